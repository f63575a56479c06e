import type { Table } from '@/lib/evidence/tables/table'
import { aboutFacts, type WorkbookAbout } from './about-facts'
import { cellXml, textXml } from './cell-xml'
import { LongTexts, longTextsTable } from './long-texts'
import { packageParts, sheetBegin, sheetEnd, sheetPath, type WorkbookPart } from './package-parts'
import { RowSource } from './row-source'
import { sheetPieces } from './sheet'
import { styleSheet } from './style-sheet'

/**
 * The files of an Excel workbook (ECMA-376) of a table, in the order in which they are written: its rows, over as many
 * sheets as they need, texts that no cell can hold, a sheet `About` that is shown first, and what ties them together. Each
 * file is read to its end before the next is asked for. The same rows and the same `about` give the same text; no memory
 * is held but for long texts.
 */
export async function* workbookParts<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  about: WorkbookAbout,
): AsyncGenerator<WorkbookPart> {
  const source = new RowSource(pages)
  const long = new LongTexts()
  const sheets: { index: number; name: string }[] = []
  const opened = (name: string): string => sheetPath(sheets.push({ index: sheets.length, name }) - 1)
  try {
    do {
      const name = sheets.length === 0 ? table.title : `${table.title} ${sheets.length + 1}`
      const keep = (text: string, place: string) => long.keep(name, place, text)
      yield { name: opened(name), pieces: sheetPieces(table, source, keep) }
    } while (!(await source.isAtEnd()))
  } finally {
    await source.close()
  }
  if (long.rows.length > 0) {
    const rows = new RowSource([long.rows])
    yield { name: opened(longTextsTable.title), pieces: sheetPieces(longTextsTable, rows, (text) => text) }
  }
  yield { name: opened('About'), pieces: [aboutSheet(table.title, about, source.taken)] }
  const [last] = sheets.slice(-1)
  yield* packageParts(last ? [last, ...sheets.slice(0, -1)] : [], styleSheet)
}

function aboutSheet(title: string, about: WorkbookAbout, taken: number): string {
  const rows = aboutFacts(title, about, taken).map(({ label, kind, value }, at) => {
    const cells =
      textXml(`A${at + 1}`, label, 'heading') + cellXml(`B${at + 1}`, kind, value, (text) => text.slice(0, 100))
    return `<row r="${at + 1}">${cells}</row>`
  })
  return sheetBegin([16, 80]) + rows.join('') + sheetEnd(null)
}
