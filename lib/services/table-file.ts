import { csvOf } from '@/lib/evidence/tables/csv-table'
import { jsonOf } from '@/lib/evidence/tables/json-table'
import type { Table } from '@/lib/evidence/tables/table'
import type { WorkbookAbout } from '@/lib/evidence/workbook/about-facts'
import { workbookParts } from '@/lib/evidence/workbook/workbook'
import { workbookBytes } from './workbook-bytes'

/** A file as it leaves the product, made while it is read; `rows` says how many of the table's rows were, so far. */
export type ExportedFile = {
  fileName: string
  mediaType: string
  pieces: AsyncIterable<string | Uint8Array>
  rows: () => number
}

type Pages<Row> = AsyncIterable<readonly Row[]>
type Writer = {
  mediaType: string
  write<Row>(table: Table<Row>, pages: Pages<Row>, about: WorkbookAbout): AsyncIterable<string | Uint8Array>
}

/** The three ways in which every table is written, all from its one description. */
export const TABLE_WRITERS: Readonly<Record<'csv' | 'xlsx' | 'json', Writer>> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: (table, pages) => csvOf(table, pages) },
  json: { mediaType: 'application/json', write: (table, pages) => jsonOf(table, pages) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (table, pages, about) => workbookBytes(workbookParts(table, pages, about)),
  },
}

export const TABLE_MEDIA: readonly string[] = Object.values(TABLE_WRITERS).map(({ mediaType }) => mediaType)

export const isTableFormat = (format: string): format is keyof typeof TABLE_WRITERS =>
  Object.hasOwn(TABLE_WRITERS, format)

/** What a filter says, for whoever reads the file later; null when it narrows nothing. */
export function filterText(filter: object): string | null {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return said.length === 0 ? null : said.map(([name, value]) => `${name}: ${value}`).join(', ')
}

/** Pages as they are, and how many rows of them were read so far. */
export function counting<Row>(pages: AsyncIterable<readonly Row[]>) {
  let rows = 0
  async function* counted(): AsyncGenerator<readonly Row[]> {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  }
  return { pages: counted(), rows: () => rows }
}
