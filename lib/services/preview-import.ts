import type { CsvFormat, Row } from '@/lib/incidents/csv-format'
import type { Actor } from '@/lib/model/actor'
import type { ImportKind } from '@/lib/model/import-batch'
import type { DateOrder } from '@/lib/model/import-options'
import type { ImportPreview, PreviewRow } from '@/lib/model/import-preview'
import { authorize } from './authorize'
import { formatOf } from './file-format'
import { AUDIT_PREVIEW, type ColumnMap, INCIDENT_PREVIEW, type PreviewKind } from './preview-kind'
import type { ReadRow } from './record-reader'
import { sampleRows } from './sample-rows'

const SHOWN = 20
const ORDERS = ['iso', 'day-first', 'month-first'] as const

type Input = {
  org: string
  kind: ImportKind
  /** The first `PREVIEW_BYTES` of the file, or all of a shorter one. */
  head: Uint8Array
  /** Without one it is guessed from the column names. */
  map?: ColumnMap
  /** Without one the order that fits the sample best. */
  dates?: DateOrder
  zone: string
}

/** What an import would make of the beginning of a file; writes nothing. Throws not-found, forbidden, invalid. */
export async function previewImport(actor: Actor, { kind, ...input }: Input): Promise<ImportPreview> {
  return kind === 'incidents' ? preview(actor, INCIDENT_PREVIEW, input) : preview(actor, AUDIT_PREVIEW, input)
}

async function preview<R>(actor: Actor, kind: PreviewKind<R>, input: Omit<Input, 'kind'>): Promise<ImportPreview> {
  await authorize(actor, input.org, kind.permission)
  const format = formatOf(input.head)
  const map = input.map ?? mapped(kind.guess(format.headers))
  const file = { delimiter: format.delimiter, headers: format.headers, map }
  const problems = kind.check(map, format.headers)
  const rows = await sampleRows(input.head, format)
  if (problems.length > 0) return { ...file, dates: null, problems, sampled: 0, refused: 0, rows: [] }

  const now = Date.now()
  const readings = ORDERS.map((order) => {
    const read = kind.reader(map, { headers: format.headers, dates: { order, zone: input.zone, now } })
    return { order, read: rows.map(read) }
  })
  const dates = fittingOrder(readings)
  const chosen = readings.find(({ order }) => order === (input.dates ?? dates ?? 'iso'))?.read ?? []
  return {
    ...file,
    dates,
    problems: [],
    sampled: chosen.length,
    refused: chosen.filter(({ rejects }) => rejects.length > 0).length,
    rows: rows.slice(0, SHOWN).map((row, i) => shown(row, chosen[i], { kind, map, format })),
  }
}

const mapped = (guess: Readonly<Record<string, string | undefined>>): ColumnMap =>
  Object.fromEntries(
    Object.entries(guess).flatMap(([field, column]) => (column === undefined ? [] : [[field, column]])),
  )

/** Year-first dates are read in every order, so a tie that includes `iso` is iso; a tie of the other two is open. */
function fittingOrder(readings: readonly { order: DateOrder; read: readonly ReadRow<unknown>[] }[]): DateOrder | null {
  const faults = readings.map(({ order, read }) => ({ order, n: read.reduce((n, row) => n + row.rejects.length, 0) }))
  const least = Math.min(...faults.map(({ n }) => n))
  const best = faults.filter(({ n }) => n === least)
  return best[0] && (best[0].order === 'iso' || best.length === 1) ? best[0].order : null
}

type Showing<R> = { kind: PreviewKind<R>; map: ColumnMap; format: CsvFormat }

function shown<R>(row: Row, read: ReadRow<R> | undefined, { kind, map, format }: Showing<R>): PreviewRow {
  const cells = Object.entries(map).map(([field, column]) => [
    field,
    row.cells[format.headers.indexOf(column.trim())] ?? '',
  ])
  const { externalId, record = null } = read?.staged ?? {}
  return {
    row: row.row,
    cells: Object.fromEntries(cells),
    values: record === null ? null : { externalId: externalId ?? null, ...kind.values(record) },
    rejects: (read?.rejects ?? []).map(({ field, reason }) => ({ field, reason })),
  }
}
