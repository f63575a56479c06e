import { z } from 'zod'
import { Slug } from './slug'

const Column = z.string().min(1).max(200)

/** Which column of the file holds which field of an incident. */
export const IncidentMap = z.strictObject({
  externalId: Column,
  title: Column.optional(),
  severity: Column.optional(),
  layer: Column.optional(),
  occurredAt: Column.optional(),
  detectedAt: Column.optional(),
  acknowledgedAt: Column.optional(),
  containedAt: Column.optional(),
  resolvedAt: Column.optional(),
})
export type IncidentMap = z.infer<typeof IncidentMap>

/** Which column of the file holds which field of an audit. `assessed` defaults to passed + failed. */
export const AuditMap = z.strictObject({
  externalId: Column,
  auditedOn: Column,
  passed: Column,
  failed: Column.optional(),
  assessed: Column.optional(),
  notApplicable: Column.optional(),
  framework: Column.optional(),
})
export type AuditMap = z.infer<typeof AuditMap>

/** How dates without an explicit zone or order are read. */
export const DateOrder = z.enum(['iso', 'day-first', 'month-first'])
export type DateOrder = z.infer<typeof DateOrder>

/** Where records of OSCAL come from when nobody says it: results are told apart by their uuid alone. */
export const OSCAL_SOURCE = 'OSCAL'

export const ImportOptions = z.object({
  /** The system the records come from; with the external id the idempotency key. */
  source: z.string().trim().min(1).max(80),
  deployment: Slug.optional(),
  dates: DateOrder.default('iso'),
  /** IANA zone of dates that carry no offset. */
  zone: z.string().max(64).default('UTC'),
  fileName: z.string().max(255).default('upload.csv'),
  dryRun: z.boolean().default(false),
  /** Refuse the whole file when any row is rejected. */
  strict: z.boolean().default(false),
})
export type ImportOptions = z.infer<typeof ImportOptions>
