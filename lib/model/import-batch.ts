import { z } from 'zod'
import { Instant } from './instant'

export const ImportKind = z.enum(['incidents', 'audits'])
export type ImportKind = z.infer<typeof ImportKind>

/** A row that was not taken: its line in the file, the field and why. */
export const RejectedRow = z.object({ row: z.int(), field: z.string(), reason: z.string() })
export type RejectedRow = z.infer<typeof RejectedRow>

/** What an import did, or would do when `dryRun` is set. `rejects` is capped; `rejected` counts them all. */
export const ImportReport = z.object({
  batchId: z.uuid().nullable(),
  dryRun: z.boolean(),
  rows: z.int(),
  /** Distinct incidents (or audits) named in the file. */
  records: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows not taken. */
  rejected: z.int(),
  rejects: z.array(RejectedRow),
  /** Months recomputed. */
  months: z.array(z.string()),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ImportBatch = z.object({
  id: z.uuid(),
  kind: ImportKind,
  source: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rejects: z.array(RejectedRow),
  importedBy: z.string(),
  createdAt: Instant,
  undoneAt: Instant.nullable(),
  undoneBy: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof ImportBatch>
