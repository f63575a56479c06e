import { PERMISSIONS, type Permission } from '@/lib/access/permissions'
import { appendDecisions, type NewDecision } from '@/lib/db/repositories/access-decisions'
import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { DecisionInput } from '@/lib/model/decision'
import type { Decided } from './decide'

const ONE_IN = 100

/** A decision that was made, and the organizations it concerns. */
export type DecisionMade = {
  organizationIds: readonly string[]
  actor: Actor
  permission: Permission
  input: DecisionInput
  decision: Decided
  at: Date
}

/** True once in `n` calls, for the nth, the 2nth and so on. */
export function everyNth(n: number): () => boolean {
  let calls = 0
  return () => ++calls % n === 0
}

/**
 * The log of decisions: every write and every refusal, and of allowed reads those that `isSampled` picks. What is to be
 * kept is kept before `record` returns; when that fails, so does whatever was decided.
 */
export const decisionLogOf = (isSampled: () => boolean) => ({
  async record(made: readonly DecisionMade[]): Promise<void> {
    const rows = made.flatMap((one) => {
      const isRead = one.decision.effect === 'allow' && PERMISSIONS[one.permission].kind === 'read'
      return isRead && !isSampled() ? [] : rowsOf(one, isRead)
    })
    if (rows.length === 0) return
    const ids = [...new Set(rows.map(({ organizationId }) => organizationId))]
    await forOrganizations(ids, (tx) => appendDecisions(tx, rows))
  },
})

export const decisionLog = decisionLogOf(everyNth(ONE_IN))

const rowsOf = ({ organizationIds, actor, input, decision, at }: DecisionMade, sampled: boolean): NewDecision[] =>
  organizationIds.map((organizationId) => ({
    organizationId,
    id: newId(),
    at,
    actorKind: actor.kind,
    actorId: actor.userId,
    actorName: actor.name,
    sessionId: actor.context.sessionId,
    address: actor.context.address,
    action: input.action,
    effect: decision.effect,
    reasons: [...decision.reasons],
    sampled,
    policy: decision.policy,
    input,
  }))
