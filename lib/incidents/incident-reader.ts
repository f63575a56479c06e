import type { Problem } from '@/lib/kernel/app-error'
import type { IncidentMap } from '@/lib/model/import-options'
import type { IncidentRecord } from '@/lib/model/incident'
import { lineOfText, readExternalId } from './cell-text'
import { checkIncidentMap, INSTANT_FIELDS, placeOf, requireMap } from './check-map'
import type { Row } from './csv-format'
import { type DateReading, dateReader } from './date-reader'
import { type LayerNames, layerReader } from './layer'
import { remembered } from './remember'
import { readSeverity } from './severity'

export type InstantField = (typeof INSTANT_FIELDS)[number]

/** An `IncidentRecord` whose instants are epoch milliseconds; null is not known. */
export type IncidentFacts = Omit<IncidentRecord, InstantField> & Record<InstantField, number | null>

/** How the rows of one file are read. `headers` are those of the file, `map` names some of them. */
export type IncidentReading = {
  map: IncidentMap
  headers: readonly string[]
  dates: DateReading
  layerNames: LayerNames
}

export type ReadIncident = { record: IncidentFacts } | { rejects: Problem[] }

const LONGEST_TITLE = 500

const SINCE_DETECTED = ['acknowledgedAt', 'containedAt', 'resolvedAt'] as const

/** Nothing about an incident happens before it is detected, nor anything before it began. */
function refuseDisorder(record: IncidentFacts, refuse: (field: InstantField, reason: string) => void): void {
  const inOrder = (later: InstantField, earlier: InstantField) => {
    const end = record[later]
    const begin = record[earlier]
    if (end === null || begin === null || end >= begin) return
    refuse(later, `${new Date(end).toISOString()} is before ${earlier} (${new Date(begin).toISOString()})`)
  }
  inOrder('detectedAt', 'occurredAt')
  const start = record.detectedAt === null ? 'occurredAt' : 'detectedAt'
  for (const field of SINCE_DETECTED) inOrder(field, start)
}

/**
 * A reader of rows: one incident, or every reason why the row is refused (row, field, reason). It never throws on
 * account of a row; a map that does not fit the headers, or a zone that does not exist, throws `invalid` at once.
 * Refused: no id, a date that cannot be read, an order that cannot be, no known instant at all.
 */
export function incidentReader({ map, headers, dates, layerNames }: IncidentReading): (row: Row) => ReadIncident {
  requireMap(checkIncidentMap(map, headers))
  const place = (field: keyof IncidentMap) => placeOf(map[field], headers)
  const [idAt, titleAt, severityAt, layerAt] = [place('externalId'), place('title'), place('severity'), place('layer')]
  const instants = INSTANT_FIELDS.map((field) => ({ field, at: place(field) }))
  const readDate = dateReader(dates)
  const severityOf = remembered(readSeverity)
  const layerOf = remembered(layerReader(layerNames))

  return ({ row, cells }) => {
    const rejects: Problem[] = []
    const refuse = (field: string, reason: string) => void rejects.push({ row, field, reason })
    const externalId = readExternalId(cells[idAt] ?? '')
    if ('reason' in externalId) refuse('externalId', externalId.reason)
    const layer = layerOf(cells[layerAt] ?? '')
    if ('reason' in layer) refuse('layer', layer.reason)
    const record: IncidentFacts = {
      externalId: 'id' in externalId ? externalId.id : '',
      title: lineOfText(cells[titleAt] ?? '', LONGEST_TITLE),
      severity: severityOf(cells[severityAt] ?? ''),
      layer: 'layer' in layer ? layer.layer : null,
      occurredAt: null,
      detectedAt: null,
      acknowledgedAt: null,
      containedAt: null,
      resolvedAt: null,
    }
    let dated = false
    for (const { field, at } of instants) {
      if (at === -1) continue
      const date = readDate(cells[at] ?? '')
      if ('reason' in date) refuse(field, date.reason)
      if ('epochMs' in date) record[field] = date.epochMs
      dated ||= !('unknown' in date)
    }
    if (!dated) refuse('detectedAt', 'the row holds no date at all, so it belongs to no month')
    refuseDisorder(record, refuse)
    return rejects.length > 0 ? { rejects } : { record }
  }
}
