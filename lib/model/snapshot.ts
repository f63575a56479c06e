import { z } from 'zod'
import { Coverage, UnitScope } from './coverage'

export const SNAPSHOT_FORMAT = 'proofline-snapshot/1'
export const SHA256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What one unit contributed: its resources in a file of their own, by digest, and how completely they were read. */
export const SnapshotPart = UnitScope.extend({
  /** SHA-256 of the canonical JSON array of its resources, ordered by type and id; null when nothing could be read. */
  sha256: SHA256.nullable(),
  resources: z.int(),
  coverage: z.array(Coverage),
})
export type SnapshotPart = z.infer<typeof SnapshotPart>

/**
 * A run's snapshot: the manifest whose canonical JSON is hashed. It holds no clock, so that reading the same facts twice
 * gives the same digest; when they were read stands beside it. Parts are ordered by account, region and service.
 */
export const Snapshot = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  source: z.string(),
  parts: z.array(SnapshotPart),
})
export type Snapshot = z.infer<typeof Snapshot>
