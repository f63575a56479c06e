import type { StagedAudit } from '@/lib/db/repositories/audit-staging'
import type { StagedIncident } from '@/lib/db/repositories/incident-staging'
import type { StagedRow } from '@/lib/db/repositories/record-staging'
import { layers } from '@/lib/framework/layers'
import { auditReader } from '@/lib/incidents/audit-reader'
import { readExternalId } from '@/lib/incidents/cell-text'
import { placeOf } from '@/lib/incidents/check-map'
import type { Row } from '@/lib/incidents/csv-format'
import { incidentReader } from '@/lib/incidents/incident-reader'
import type { LayerNames } from '@/lib/incidents/layer'
import { countedAt } from '@/lib/metrics/counted-at'
import type { RejectedRow } from '@/lib/model/import-batch'
import type { AuditMap, DateOrder, IncidentMap } from '@/lib/model/import-options'

/** How a file is read: its header, the order and zone of its dates, and the instant "now" is. */
export type FileReading = { headers: readonly string[]; dates: { order: DateOrder; zone: string; now: number } }

/** What a row says. A refused row that still names its record is staged without content, so that no older row replaces it. */
export type ReadRow<R> = { staged: StagedRow<R> | null; rejects: readonly RejectedRow[] }
export type RowReader<R> = (row: Row) => ReadRow<R>

const layerNames = Object.fromEntries(layers.map(({ id, name }) => [id, name])) as LayerNames

type Rejects = { rejects: { row?: number; field: string; reason: string }[] }

function refused(row: Row, idAt: number, { rejects }: Rejects): ReadRow<never> {
  const id = readExternalId(row.cells[idAt] ?? '')
  return {
    staged: 'id' in id ? { row: row.row, externalId: id.id, record: null } : null,
    rejects: rejects.map((reject) => ({ ...reject, row: row.row })),
  }
}

/** Throws `invalid` when the map does not fit the header or the zone does not exist. */
export function incidentRows(map: IncidentMap, { headers, dates }: FileReading): RowReader<StagedIncident> {
  const read = incidentReader({ map, headers, dates, layerNames })
  const idAt = placeOf(map.externalId, headers)
  return (row) => {
    const result = read(row)
    if ('rejects' in result) return refused(row, idAt, result)
    const at = countedAt(result.record)
    if (at === null) return refused(row, idAt, { rejects: [{ field: 'detectedAt', reason: 'no date is known' }] })
    const { externalId, ...record } = result.record
    return { staged: { row: row.row, externalId, record: { ...record, countedAt: at } }, rejects: [] }
  }
}

/** Throws `invalid` when the map does not fit the header or the zone does not exist. */
export function auditRows(map: AuditMap, { headers, dates }: FileReading): RowReader<StagedAudit> {
  const read = auditReader({ map, headers, dates })
  const idAt = placeOf(map.externalId, headers)
  return (row) => {
    const result = read(row)
    if ('rejects' in result) return refused(row, idAt, result)
    const { externalId, ...record } = result.record
    return { staged: { row: row.row, externalId, record }, rejects: [] }
  }
}
