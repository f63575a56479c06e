import { z } from 'zod'
import { DateOrder } from './import-options'

/** As much of a file as a preview reads; fewer bytes are taken for the whole file. */
export const PREVIEW_BYTES = 256 * 1024

const FieldProblem = z.object({ row: z.int().optional(), field: z.string(), reason: z.string() })

/** One row of a file as the map reads it, by field. */
export const PreviewRow = z.object({
  row: z.int(),
  /** The mapped cells as written. */
  cells: z.record(z.string(), z.string()),
  /** What they were read as: ISO instants and days, counts, words; null is not known. Null as a whole when refused. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  rejects: z.array(z.object({ field: z.string(), reason: z.string() })),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** What an import would make of the beginning of a file; nothing is written. */
export const ImportPreview = z.object({
  delimiter: z.enum([',', ';', '\t']),
  headers: z.array(z.string()),
  /** Field to column: the map that was given, else a guess from the column names. */
  map: z.record(z.string(), z.string()),
  /** The order in which the dates of the sample can be read; null when none or more than one fits. */
  dates: DateOrder.nullable(),
  /** What keeps the map from being used; without problems `rows` are read. */
  problems: z.array(FieldProblem),
  /** Rows that were read, and how many of them would be refused. */
  sampled: z.int(),
  refused: z.int(),
  /** The first rows. */
  rows: z.array(PreviewRow),
})
export type ImportPreview = z.infer<typeof ImportPreview>
