import { z } from 'zod'
import { ScoreKind } from './score-statement'
import { Stage } from './stage'

/** One signed score of a pack, computed once more. */
export const PackScore = z.object({
  /** Where its statement lies in the pack. */
  file: z.string(),
  /** The rest is null as far as the statement could not be read. */
  kind: ScoreKind.nullable(),
  subjectId: z.uuid().nullable(),
  name: z.string().nullable(),
  deployment: z.string().nullable(),
  day: z.string().nullable(),
  formula: z.string().nullable(),
  framework: z.string().nullable(),
  /** As stated. */
  score: z.number().nullable(),
  stage: Stage.nullable(),
  kid: z.string().nullable(),
  /** `ok`: signed, and the same in every number. */
  outcome: z.enum(['ok', 'differs', 'refused']),
  /** Why it was refused; null otherwise. */
  reason: z.string().nullable(),
  /** Where the stated and the computed result differ, at most the first hundred. */
  differences: z.array(z.object({ path: z.string(), stated: z.unknown(), computed: z.unknown() })),
  /** The statement in the same pack whose result capped this assessment; null when there is none among them. */
  cappedBy: z.string().nullable(),
})
export type PackScore = z.infer<typeof PackScore>

export const PackRecomputation = z.object({
  /** True when every score came out as it is stated, also when there is none. */
  ok: z.boolean(),
  organization: z.string(),
  synthetic: z.boolean(),
  /** Whether the keys were given, or are those inside the pack, which anybody can have put there. */
  signer: z.enum(['confirmed', 'unconfirmed']),
  scores: z.array(PackScore),
})
export type PackRecomputation = z.infer<typeof PackRecomputation>
