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

type Waiting = (keeping: Promise<void>) => Promise<void>

const isAllowedRead = ({ decision, permission }: DecisionMade): boolean =>
  decision.effect === 'allow' && PERMISSIONS[permission].kind === 'read'

/**
 * The log of decisions: every write and every refusal, and of allowed reads those that `isSampled` picks. Writes and
 * refusals are kept before `record` returns; when that fails, so does whatever was decided. `ofSample` says whether a
 * reader waits for the sample.
 */
export const decisionLogOf = (isSampled: () => boolean, ofSample: Waiting = (keeping) => keeping) => ({
  async record(made: readonly DecisionMade[]): Promise<void> {
    const kept = made.filter((one) => !isAllowedRead(one))
    const sample = made.filter((one) => isAllowedRead(one) && isSampled())
    await ofSample(keep(sample.flatMap((one) => rowsOf(one, true))))
    await keep(kept.flatMap((one) => rowsOf(one, false)))
  },
})

// One read in a hundred must not take longer than the others, and a sample that is lost is a smaller sample.
const unawaited: Waiting = async (keeping) => {
  keeping.catch(() => {})
}

export const decisionLog = decisionLogOf(everyNth(ONE_IN), unawaited)

async function keep(rows: readonly NewDecision[]): Promise<void> {
  if (rows.length === 0) return
  const ids = [...new Set(rows.map(({ organizationId }) => organizationId))]
  await forOrganizations(ids, (tx) => appendDecisions(tx, rows))
}

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
