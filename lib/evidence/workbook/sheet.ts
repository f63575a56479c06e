import type { CellKind, Table } from '@/lib/evidence/tables/table'
import { cellXml, columnName, textXml } from './cell-xml'
import { sheetBegin, sheetEnd } from './package-parts'
import type { RowSource } from './row-source'

/** What a sheet holds at most, its headings included. */
const MOST_ROWS = 1_048_576
const PIECE = 65_536

const WIDTHS: Readonly<Record<CellKind, number>> = {
  text: 24,
  number: 12,
  instant: 20,
  day: 12,
  boolean: 9,
  list: 24,
  structure: 40,
}

/** Text that no cell can hold, with its place; answers what stands there instead. */
type Keep = (text: string, place: string) => string

/** One sheet: headings, then rows until the source or the sheet is at its end. */
export async function* sheetPieces<Row>(
  { columns }: Table<Row>,
  source: RowSource<Row>,
  keep: Keep,
): AsyncGenerator<string> {
  const names = columns.map((_, at) => columnName(at))
  const headings = columns.map(({ heading }, at) => textXml(`${names[at]}1`, heading, 'heading'))
  let piece = `${sheetBegin(columns.map(({ kind }) => WIDTHS[kind]))}<row r="1">${headings.join('')}</row>`
  let row = 1
  while (row < MOST_ROWS && !(await source.isAtEnd())) {
    row += 1
    const taken = source.take()
    const cells = columns.map(({ kind, value }, at) => cellXml(`${names[at]}${row}`, kind, value(taken), keep))
    piece += `<row r="${row}">${cells.join('')}</row>`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece + sheetEnd(`A1:${names.at(-1)}${row}`)
}
