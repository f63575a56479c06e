import { z } from 'zod'
import { ScoreStatement } from './score-statement'
import { Sha256 } from './signed-statement'
import { Stage } from './stage'

/** What is shown of a signed score; its envelope and its inputs are fetched by themselves. */
export const StatementView = ScoreStatement.omit({ inputs: true, envelope: true }).extend({
  /** Name of the deployment whose score it is; null for the whole organization. */
  deployment: z.string().nullable(),
  formula: z.string(),
  framework: z.string(),
  score: z.number().nullable(),
  stage: Stage.nullable(),
  /** SHA-256 of the result's canonical text. */
  resultSha256: Sha256,
})
export type StatementView = z.infer<typeof StatementView>
