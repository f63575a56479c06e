import type { IncidentRecord } from '@/lib/model/incident'
import type { Tx } from '../scope'
import { type FileColumn, type RecordTable, recordStaging } from './record-staging'
import { recordUndo } from './record-undo'

/** An incident read from a file; instants are epoch milliseconds and null is not known. `countedAt` places it in a month. */
export type StagedIncident = Pick<IncidentRecord, 'title' | 'severity' | 'layer'> & {
  occurredAt: number | null
  detectedAt: number | null
  acknowledgedAt: number | null
  containedAt: number | null
  resolvedAt: number | null
  countedAt: number
}

const instant = (name: string, of: (record: StagedIncident) => number | null): FileColumn<StagedIncident> => ({
  name,
  type: 'timestamptz(3)',
  sent: 'float8',
  stored: (sent) => `to_timestamp(${sent} / 1000)`,
  of,
})

const INCIDENTS: RecordTable<StagedIncident> = {
  name: 'incidents',
  columns: [
    { name: 'title', type: 'text', sent: 'text', of: (r) => r.title },
    { name: 'severity', type: '"Severity"', sent: 'text', of: (r) => r.severity },
    { name: 'layer', type: '"Layer"', sent: 'text', of: (r) => r.layer },
    instant('occurred_at', (r) => r.occurredAt),
    instant('detected_at', (r) => r.detectedAt),
    instant('acknowledged_at', (r) => r.acknowledgedAt),
    instant('contained_at', (r) => r.containedAt),
    instant('resolved_at', (r) => r.resolvedAt),
    instant('counted_at', (r) => r.countedAt),
  ],
  placedOn: (row) => `${row}.counted_at AT TIME ZONE 'UTC'`,
}

export const incidentStaging = (tx: Tx, organizationId: string) => recordStaging(tx, organizationId, INCIDENTS)
export const incidentUndo = (tx: Tx, organizationId: string) => recordUndo(tx, organizationId, INCIDENTS)
