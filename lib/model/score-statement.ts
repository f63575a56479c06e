import { z } from 'zod'
import { Day, Instant } from './instant'
import { DsseEnvelope, Sha256 } from './signed-statement'

/** What a score was computed for. */
export const ScoreKind = z.enum(['assessment', 'run'])
export type ScoreKind = z.infer<typeof ScoreKind>

/** A signed score as it is kept: its envelope, and the text of the inputs that the envelope names by digest. */
export const ScoreStatement = z.object({
  id: z.uuid(),
  kind: ScoreKind,
  /** Of the assessment or the run. */
  subjectId: z.uuid(),
  /** Whose score it is; null for the whole organization. */
  deploymentId: z.uuid().nullable(),
  /** The day it speaks for, UTC. */
  day: Day,
  createdAt: Instant,
  kid: z.string(),
  inputs: z.string(),
  inputsSha256: Sha256,
  envelope: DsseEnvelope,
})
export type ScoreStatement = z.infer<typeof ScoreStatement>
