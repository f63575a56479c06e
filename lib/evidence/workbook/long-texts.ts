import { columnsOf, type Table } from '@/lib/evidence/tables/table'
import { AppError } from '@/lib/kernel/app-error'
import { LONGEST_TEXT } from './cell-xml'

/** What does not fit into one cell: where it belongs, and its pieces in order. */
type LongText = { sheet: string; cell: string; part: number; text: string }

const { text, number } = columnsOf<LongText>()

export const longTextsTable: Table<LongText> = {
  name: 'long-texts',
  title: 'Long texts',
  columns: [text('sheet', 'Sheet'), text('cell', 'Cell'), number('part', 'Part'), text('text', 'Text')],
}

/** All that one workbook may carry of them, in UTF-16 code units: they wait in memory for their sheet. */
const MOST = 16_000_000

/** Keeps texts that no cell can hold, whole, for a sheet of their own, so that nothing is cut. */
export class LongTexts {
  readonly rows: LongText[] = []
  private length = 0

  /** What stands in the cell instead. Throws invalid when there is more of them than a workbook should carry. */
  keep(sheet: string, cell: string, whole: string): string {
    this.length += whole.length
    if (this.length > MOST) {
      const detail =
        'The texts of these rows are longer than a workbook can carry. Export them as CSV or JSON, which have no such bound.'
      throw new AppError('invalid', { detail })
    }
    const first = this.rows.length + 2
    const parts = partsOf(whole)
    this.rows.push(...parts.map((text, at) => ({ sheet, cell, part: at + 1, text })))
    const where = parts.length === 1 ? `row ${first}` : `rows ${first} to ${first + parts.length - 1}`
    return `Too long for a cell (${whole.length} characters): whole on the sheet “${longTextsTable.title}”, ${where}`
  }
}

/** Never between the two halves of one character. */
function partsOf(whole: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < whole.length; ) {
    const end = at + LONGEST_TEXT
    const splits = end < whole.length && /[\ud800-\udbff]/.test(whole.charAt(end - 1))
    parts.push(whole.slice(at, splits ? end - 1 : end))
    at = splits ? end - 1 : end
  }
  return parts
}
