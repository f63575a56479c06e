import { z } from 'zod'
import { Instant } from './instant'
import { PackFile, Sampling } from './pack-manifest'
import { Period } from './period'
import { FrameworkId } from './requirement'

const PACK_STATES = ['queued', 'building', 'done', 'failed', 'cancelled'] as const
export const PackState = z.enum(PACK_STATES)
export type PackState = z.infer<typeof PackState>

const PACK_STEPS = ['populations', 'documents', 'files', 'signing'] as const

/** How far a build is. How many there will be in all is null until everything but the files is made. */
export const PackProgress = z.object({
  step: z.enum(PACK_STEPS),
  files: z.int(),
  bytes: z.int(),
  ofFiles: z.int().nullable(),
  ofBytes: z.int().nullable(),
})
export type PackProgress = z.infer<typeof PackProgress>

/** A pack as lists show it. */
export const EvidencePack = z.object({
  id: z.uuid(),
  framework: FrameworkId,
  period: Period,
  /** Empty is the whole organization. */
  deploymentIds: z.array(z.uuid()),
  /** The instant all of it is told as of. */
  asOf: Instant,
  sampling: Sampling,
  state: PackState,
  requestedBy: z.string(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  progress: PackProgress.nullable(),
  cancelledBy: z.string().nullable(),
  /** Why it failed, in one line. */
  error: z.string().nullable(),
  /** Of the ZIP file. */
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  files: z.int().nullable(),
  /** Bytes of content that an earlier pack held already and that were not compressed anew. */
  reusedBytes: z.int().nullable(),
  gaps: z.int().nullable(),
  /** SHA-256 of manifest.json, and the key that signed it. */
  manifest: z.string().nullable(),
  kid: z.string().nullable(),
  timestampedAt: Instant.nullable(),
  /** Its file was removed under a retention rule. */
  removedAt: Instant.nullable(),
})
export type EvidencePack = z.infer<typeof EvidencePack>

/** One pack with what is in it; null while there is no file. */
export const EvidencePackContents = EvidencePack.extend({ contents: z.array(PackFile).nullable() })
export type EvidencePackContents = z.infer<typeof EvidencePackContents>

/** What is asked for. Without `asOf` it is told as of now. */
export const PackRequest = z.strictObject({
  framework: FrameworkId,
  period: Period,
  deploymentIds: z.array(z.uuid()).max(200).default([]),
  asOf: Instant.optional(),
  sampling: Sampling.default({ seed: 'proofline', size: 25, chosen: {} }),
})
export type PackRequest = z.infer<typeof PackRequest>
