import type { AccessContext } from '@/lib/model/access-context'
import { DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import type { Actor, Membership } from '@/lib/model/actor'
import type { DecisionInput, Sensitivity } from '@/lib/model/decision'

type Question = {
  action: string
  /** Where the act takes place; null for what concerns a person and no organization. */
  membership: Membership | null
  /** The label of the resource itself, where it has one; null leaves it to the permission. */
  sensitivity?: Sensitivity | null
  /** Epoch milliseconds. */
  now: number
}

/** What the policy is asked about an actor and an act. */
export const decisionInput = (
  actor: Actor,
  { action, membership, sensitivity = null, now }: Question,
): DecisionInput => ({
  subject: {
    kind: actor.kind,
    role: membership?.role ?? null,
    elevated: membership !== null && membership.role !== membership.ownRole,
    scoped: membership?.scoped ?? false,
  },
  action,
  resource: { organizationId: membership?.organizationId ?? null, sensitivity },
  context: contextAt(actor.context, now),
  rules: membership?.rules ?? DEFAULT_ACCESS_RULES,
})

function contextAt({ provenAt, startedAt, sessionId: _, ...context }: AccessContext, now: number) {
  return { ...context, proofSeconds: secondsSince(provenAt, now), sessionSeconds: secondsSince(startedAt, now) }
}

/** Whole seconds, cut towards zero: machines whose clocks differ by less than one agree. Negative is in the future. */
const secondsSince = (at: number | null, now: number): number | null =>
  at === null ? null : Math.trunc((now - at) / 1000)
