import { csvLine } from '@/lib/incidents/csv-line'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Cell, Table } from './table'

/**
 * The rows of a table as CSV (RFC 4180), page by page: a line of keys, then a line a row. Null is an empty cell, a list its
 * words between blanks, a structure its canonical JSON. Text that a spreadsheet would run gets a leading apostrophe; JSON
 * keeps it raw. Without rows it is the line of keys.
 */
export async function* csvOf<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield csvLine(table.columns.map(({ key }) => key))
  for await (const rows of pages)
    if (rows.length > 0)
      yield rows.map((row) => csvLine(table.columns.map((column) => csvCell(column.value(row))))).join('')
}

function csvCell(cell: Cell): string | number | null {
  if (typeof cell === 'boolean') return String(cell)
  if (cell === null || typeof cell !== 'object') return cell
  return Array.isArray(cell) ? cell.join(' ') : canonicalJson(cell)
}
