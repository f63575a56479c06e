import type { Incident } from '@/lib/model/incident'
import { columnsOf, type Table } from './table'

/** An incident and the slug of its deployment; null when it belongs to none. */
export type IncidentRow = Incident & { deployment: string | null }

const { text, instant } = columnsOf<IncidentRow>()

export const incidentsTable: Table<IncidentRow> = {
  name: 'incidents',
  title: 'Incidents',
  columns: [
    text('source', 'Source'),
    text('externalId', 'Id at the source'),
    text('title', 'Title'),
    text('severity', 'Severity'),
    text('layer', 'Layer'),
    instant('occurredAt', 'Occurred'),
    instant('detectedAt', 'Detected'),
    instant('acknowledgedAt', 'Acknowledged'),
    instant('containedAt', 'Contained'),
    instant('resolvedAt', 'Resolved'),
    instant('countedAt', 'Counted at'),
    text('deployment', 'Deployment'),
  ],
}
