import { z } from 'zod'
import { Instant } from './instant'

const DECISION_EFFECTS = ['allow', 'deny', 'step-up'] as const

/** One answer of the policy, as the log keeps it. */
export const AccessDecision = z.object({
  id: z.uuid(),
  at: Instant,
  actorKind: z.enum(['person', 'machine', 'operator']),
  /** The person; null for machines and the operator. */
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  sessionId: z.uuid().nullable(),
  address: z.string().nullable(),
  action: z.string(),
  effect: z.enum(DECISION_EFFECTS),
  /** Codes; empty when allowed. */
  reasons: z.array(z.string()),
  /** Whether this stands for a hundred like it; everything but allowed reads is kept without exception. */
  sampled: z.boolean(),
  /** The first sixteen hexadecimal digits of the policy's SHA-256; `external` for one that OPA_URL named. */
  policy: z.string(),
  /** What the policy was asked, word for word, so that the decision can be repeated. */
  input: z.record(z.string(), z.unknown()),
})
export type AccessDecision = z.infer<typeof AccessDecision>
export type DecisionEffect = AccessDecision['effect']
