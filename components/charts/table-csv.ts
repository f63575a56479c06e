import type { ChartTableData } from './chart-table'

/**
 * The table as CSV (RFC 4180, CRLF). Numbers are written plainly; null is an empty field. Text that a spreadsheet would
 * run as a formula gets a leading apostrophe (OWASP, CSV injection).
 */
export function tableCsv({ columns, rows }: ChartTableData): string {
  const lines = [columns.map((column) => column.label), ...rows]
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

/** Behind blanks, and in the full-width forms that some spreadsheets take for the plain ones. */
const FORMULA = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
