import { z } from 'zod'
import { Instant } from './instant'
import { Period } from './period'
import { FrameworkId } from './requirement'
import { Sha256 } from './signed-statement'

export const PACK_FORMAT = 'proofline-evidence-pack/1'

/** What is drawn from each population. */
export const Sampling = z.strictObject({
  /** Any text; the same seed draws the same rows. */
  seed: z.string().min(1).max(80),
  /** Rows from each population; fewer where it has fewer. */
  size: z.int().min(0).max(1000),
  /** Rows an auditor chose instead, by population: their ids. */
  chosen: z.record(z.string(), z.array(z.string()).max(1000)),
})
export type Sampling = z.infer<typeof Sampling>

export const PackFile = z.strictObject({
  path: z.string(),
  sha256: Sha256,
  bytes: z.int().min(0),
  mediaType: z.string(),
})
export type PackFile = z.infer<typeof PackFile>

/** What a pack is and everything in it, ordered by path (code units). Holds no clock but `asOf`. */
export const PackManifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  organization: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string(), synthetic: z.boolean() }),
  framework: z.strictObject({ id: FrameworkId, name: z.string(), version: z.string() }),
  period: Period,
  /** Empty is the whole organization. */
  deployments: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  asOf: Instant,
  preparedBy: z.string(),
  sampling: Sampling,
  /** Versions of what computed the numbers inside, by what they compute. */
  formulas: z.record(z.string(), z.string()),
  generator: z.strictObject({ name: z.literal('Proofline'), version: z.string() }),
  files: z.array(PackFile),
})
export type PackManifest = z.infer<typeof PackManifest>
