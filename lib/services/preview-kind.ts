import type { OrganizationPermission } from '@/lib/access/permissions'
import type { StagedAudit } from '@/lib/db/repositories/audit-staging'
import type { StagedIncident } from '@/lib/db/repositories/incident-staging'
import { checkAuditMap, checkIncidentMap } from '@/lib/incidents/check-map'
import { auditMapFor, incidentMapFor } from '@/lib/incidents/guess-map'
import type { Problem } from '@/lib/kernel/app-error'
import { AuditMap, IncidentMap } from '@/lib/model/import-options'
import { auditRows, type FileReading, incidentRows, type RowReader } from './record-reader'

export type ColumnMap = Record<string, string>
type Values = Record<string, string | number | null>

/** What differs between previewing incidents and previewing audits. */
export type PreviewKind<R> = {
  permission: OrganizationPermission
  guess: (headers: readonly string[]) => Readonly<Record<string, string | undefined>>
  check: (map: ColumnMap, headers: readonly string[]) => Problem[]
  reader: (map: ColumnMap, file: FileReading) => RowReader<R>
  values: (record: R) => Values
}

const iso = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString())

export const INCIDENT_PREVIEW: PreviewKind<StagedIncident> = {
  permission: 'incident:import',
  guess: incidentMapFor,
  check: checkIncidentMap,
  reader: (map, file) => incidentRows(IncidentMap.parse(map), file),
  values: (record) => ({
    ...record,
    occurredAt: iso(record.occurredAt),
    detectedAt: iso(record.detectedAt),
    acknowledgedAt: iso(record.acknowledgedAt),
    containedAt: iso(record.containedAt),
    resolvedAt: iso(record.resolvedAt),
    countedAt: iso(record.countedAt),
  }),
}

export const AUDIT_PREVIEW: PreviewKind<StagedAudit> = {
  permission: 'compliance-audit:import',
  guess: auditMapFor,
  check: checkAuditMap,
  reader: (map, file) => auditRows(AuditMap.parse(map), file),
  values: (record) => record,
}
