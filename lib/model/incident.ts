import { z } from 'zod'
import { Instant } from './instant'
import { LayerId } from './layer'

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const
export const Severity = z.enum(SEVERITIES)
export type Severity = z.infer<typeof Severity>

/** What a source says about one incident. Null is "not known", never zero. */
export const IncidentRecord = z.object({
  /** The source's own id; with `source` the idempotency key. */
  externalId: z.string(),
  title: z.string().nullable(),
  severity: Severity,
  layer: LayerId.nullable(),
  occurredAt: Instant.nullable(),
  detectedAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  containedAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
})
export type IncidentRecord = z.infer<typeof IncidentRecord>

export const Incident = IncidentRecord.extend({
  id: z.uuid(),
  source: z.string(),
  deploymentId: z.uuid().nullable(),
  /** The instant that places the incident in a month: detected, else the first later or earlier instant known. */
  countedAt: Instant,
  importBatchId: z.uuid().nullable(),
})
export type Incident = z.infer<typeof Incident>
