import { z } from 'zod'
import { Day, Instant } from './instant'
import { CapabilityId, LayerId } from './layer'
import { Posture } from './posture'
import { Sha256 } from './signed-statement'
import { Stage } from './stage'
import { Verdict } from './verdict'

export const SCORE_INPUTS_FORMAT = 'proofline-score-inputs/1'
export const SCORE_INPUTS_TYPE = 'application/json'

const Framework = z.strictObject({
  version: z.string(),
  capabilities: z.array(z.strictObject({ id: CapabilityId, layer: LayerId, weight: z.int() })),
})

/** Everything an assessment's result rests on: answers as they were given, and what the checks showed by its day. */
export const AssessmentInputs = z.strictObject({
  format: z.literal(SCORE_INPUTS_FORMAT),
  kind: z.literal('assessment'),
  asOf: Day,
  framework: Framework,
  answers: z.array(
    z.strictObject({
      capability: CapabilityId,
      status: z.enum(['assessed', 'not_applicable']),
      stage: Stage.nullable(),
      targetStage: Stage.nullable(),
      evidence: z.array(
        z.strictObject({
          id: z.uuid(),
          /** Of a file's content; null for a link. */
          sha256: Sha256.nullable(),
          collectedOn: Day,
          expiresOn: Day.nullable(),
        }),
      ),
    }),
  ),
  /** What caps the answers; null when no run was recent enough to say anything. */
  posture: Posture.nullable(),
})
export type AssessmentInputs = z.infer<typeof AssessmentInputs>

/** Everything a run's score rests on: what each check said of each connection's newest run, and what the checks ask for. */
export const RunInputs = z.strictObject({
  format: z.literal(SCORE_INPUTS_FORMAT),
  kind: z.literal('run'),
  at: Instant,
  framework: Framework,
  checks: z.array(
    z.strictObject({
      id: z.string(),
      /** Share at which the check passes, as the organization has it set when the score is computed. */
      threshold: z.number(),
      feeds: z.array(z.strictObject({ capability: CapabilityId, stage: Stage, atLeast: z.number() })),
    }),
  ),
  verdicts: z.array(
    z.strictObject({
      checkId: z.string(),
      verdict: Verdict,
      numerator: z.int(),
      denominator: z.int(),
      undecided: z.int(),
      incomplete: z.boolean(),
      factsAt: Instant,
    }),
  ),
})
export type RunInputs = z.infer<typeof RunInputs>

export const ScoreInputs = z.discriminatedUnion('kind', [AssessmentInputs, RunInputs])
export type ScoreInputs = z.infer<typeof ScoreInputs>
