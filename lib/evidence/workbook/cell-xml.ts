import type { Cell, CellKind } from '@/lib/evidence/tables/table'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { STYLES } from './style-sheet'

/** What a cell of a spreadsheet holds at most, in UTF-16 code units (ECMA-376 as Excel reads it). */
export const LONGEST_TEXT = 32_767

/** Day 0 of the calendar spreadsheets count in, and the first day on which all of them agree. */
const EPOCH = Date.UTC(1899, 11, 30)
const FIRST = Date.UTC(1900, 2, 1)
const DAY_MS = 86_400_000

/**
 * One cell as SpreadsheetML: numbers, booleans and dates as such, everything else as text, never as a formula. Dates are
 * days since 1899-12-30 in UTC. Null is no cell at all. `keep` is given text that is too long and says what stands instead.
 */
export function cellXml(
  place: string,
  kind: CellKind,
  cell: Cell,
  keep: (text: string, place: string) => string,
): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ((kind === 'instant' || kind === 'day') && typeof cell === 'string') {
    const at = Date.parse(cell)
    if (at >= FIRST) return `<c r="${place}" s="${STYLES[kind]}"><v>${(at - EPOCH) / DAY_MS}</v></c>`
  }
  const text = textOf(cell)
  return text === '' ? '' : textXml(place, text.length > LONGEST_TEXT ? keep(text, place) : text)
}

export const textXml = (place: string, text: string, style: keyof typeof STYLES = 'text'): string =>
  `<c r="${place}" s="${STYLES[style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const textOf = (cell: Exclude<Cell, null>): string => {
  if (typeof cell !== 'object') return String(cell)
  return Array.isArray(cell) ? cell.join(' ') : canonicalJson(cell)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Characters that XML cannot hold in the form _xHHHH_ (ECMA-376, part 1, 22.4.2.4); what already looks like that form is
 * escaped too, so that it comes back as it was. Line ends become line feeds, which is what a reader of XML makes of them.
 */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (one === '\n' || one === '\t' ? one : `_x${hex(one)}_`))
    .replace(/[&<>]/g, (one) => ENTITIES[one] ?? one)

const hex = (one: string): string => one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** `A`, `Z`, `AA`: the column at an index from 0. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
