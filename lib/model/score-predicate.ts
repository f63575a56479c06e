import { z } from 'zod'
import { Day, Instant } from './instant'
import { Maturity } from './maturity'
import { Posture } from './posture'
import { Sha256 } from './signed-statement'

const common = {
  organization: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string(), synthetic: z.boolean() }),
  /** Whose score it is; null for the whole organization. */
  deployment: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }).nullable(),
  /** The version of the rules the result was computed by. */
  formula: z.string(),
  /** Of the zero-trust framework. */
  framework: z.string(),
  /** Versions of other rules that what went in was made by, by what they are about. */
  formulas: z.record(z.string(), z.string()),
  inputs: z.strictObject({ sha256: Sha256, mediaType: z.string() }),
  computedAt: Instant,
}

/** What an approved assessment says, and who stands for it. */
export const AssessmentScore = z.strictObject({
  kind: z.literal('assessment'),
  ...common,
  assessment: z.strictObject({ id: z.uuid(), name: z.string(), asOf: Day }),
  result: Maturity,
  submittedBy: z.string().nullable(),
  submittedAt: Instant.nullable(),
  approvedBy: z.string(),
  approvedAt: Instant,
})
export type AssessmentScore = z.infer<typeof AssessmentScore>

/** What the checks supported once a run was the newest of its connection. */
export const RunScore = z.strictObject({
  kind: z.literal('run'),
  ...common,
  run: z.strictObject({
    id: z.uuid(),
    connection: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.string() }),
    /** When the last of it was read. */
    at: Instant,
    /** SHA-256 of the manifest of what it read. */
    snapshot: Sha256,
  }),
  result: Posture,
})
export type RunScore = z.infer<typeof RunScore>

/** What is signed of a score. */
export const ScorePredicate = z.discriminatedUnion('kind', [AssessmentScore, RunScore])
export type ScorePredicate = z.infer<typeof ScorePredicate>
