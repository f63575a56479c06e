import { z } from 'zod'
import { Instant } from './instant'
import { SCANNER_FORMATS } from './scanner-record'

/** How a file of findings is taken in. */
export const FindingImportOptions = z.object({
  fileName: z.string().trim().min(1).max(255).default('findings'),
  /** The connection they belong to; the product's own name when none is given. Made when it is absent. */
  connection: z.string().trim().min(1).max(100).optional(),
  /** Everything is done and then undone. */
  dryRun: z.boolean().default(false),
})
export type FindingImportOptions = z.infer<typeof FindingImportOptions>

const RejectedRecord = z.object({ row: z.int(), field: z.string(), reason: z.string() })

/** What a file of another scanner came to. Records are what stands in it; only failures among them are findings. */
export const FindingImportReport = z.object({
  /** Null for a dry run. */
  importId: z.uuid().nullable(),
  connectionId: z.uuid().nullable(),
  connection: z.string(),
  fileName: z.string(),
  format: z.enum(SCANNER_FORMATS),
  product: z.string(),
  sha256: z.string(),
  dryRun: z.boolean(),
  records: z.int(),
  /** Of the failures, those that speak to a capability and those that do not; both are kept. */
  mapped: z.int(),
  unmapped: z.int(),
  opened: z.int(),
  persisting: z.int(),
  resolved: z.int(),
  reopened: z.int(),
  /** Records that are no finding, by what they say instead. */
  notFindings: z.object({ pass: z.int(), not_assessed: z.int(), suppressed: z.int(), closed: z.int() }),
  rejected: z.int(),
  rejects: z.array(RejectedRecord),
  /** How many records needed an assumption to be read: a time in seconds, one without a zone, an unknown severity. */
  assumptions: z.object({ seconds: z.int(), utc: z.int(), severity: z.int() }),
})
export type FindingImportReport = z.infer<typeof FindingImportReport>

/** An import as the list shows it. */
export const FindingImport = FindingImportReport.omit({ dryRun: true, importId: true }).extend({
  id: z.uuid(),
  importedBy: z.string(),
  createdAt: Instant,
})
export type FindingImport = z.infer<typeof FindingImport>
