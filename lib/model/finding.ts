import { z } from 'zod'
import { FindingSeverity } from './finding-severity'
import { Day, Instant } from './instant'
import { CapabilityId, LayerId } from './layer'

export const FindingState = z.enum(['open', 'resolved'])
export type FindingState = z.infer<typeof FindingState>

/** Where a finding of another scanner came from. */
export const Provenance = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  format: z.string(),
  product: z.string(),
  version: z.string().nullable(),
  /** The record as it came. */
  record: z.unknown(),
})
export type Provenance = z.infer<typeof Provenance>

/** A finding as lists show it. */
export const Finding = z.object({
  id: z.uuid(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  checkId: z.string(),
  /** `check`, or the product it was imported from. */
  source: z.string(),
  resource: z.object({
    type: z.string(),
    id: z.string(),
    name: z.string(),
    account: z.string(),
    region: z.string().nullable(),
  }),
  title: z.string(),
  message: z.string(),
  /** The one that counts. */
  severity: FindingSeverity,
  severityOverride: FindingSeverity.nullable(),
  state: FindingState,
  capabilities: z.array(CapabilityId),
  layer: LayerId.nullable(),
  openedAt: Instant,
  lastSeenAt: Instant,
  resolvedAt: Instant.nullable(),
  runsSeen: z.int(),
  reopened: z.int(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** The last day of the exception in force; null when there is none. */
  exceptionUntil: Day.nullable(),
})
export type Finding = z.infer<typeof Finding>

export const FindingException = z.object({
  id: z.uuid(),
  ownerName: z.string(),
  reason: z.string(),
  until: Day,
  grantedBy: z.string(),
  grantedAt: Instant,
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
})
export type FindingException = z.infer<typeof FindingException>

export const FindingEvent = z.object({
  id: z.uuid(),
  at: Instant,
  kind: z.enum(['opened', 'resolved', 'reopened', 'severity', 'assigned', 'exception', 'exception-ended', 'comment']),
  actorName: z.string().nullable(),
  runId: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type FindingEvent = z.infer<typeof FindingEvent>

export const FindingDetail = Finding.extend({
  detail: z.record(z.string(), z.unknown()),
  provenance: Provenance.nullable(),
  /** The run that saw it last and the SHA-256 of what that run read; null when a file of another scanner did. */
  lastRun: z.object({ id: z.uuid(), snapshot: z.string().nullable() }).nullable(),
  exceptions: z.array(FindingException),
  events: z.array(FindingEvent),
})
export type FindingDetail = z.infer<typeof FindingDetail>
