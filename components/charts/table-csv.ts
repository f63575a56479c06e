import type { ChartTableData } from './chart-table'

/**
 * The table as CSV (RFC 4180, CRLF). Numbers are written plainly; null is an empty field. Text that a spreadsheet would
 * run as a formula gets a leading apostrophe (OWASP, CSV injection).
 */
export function tableCsv({ columns, rows }: ChartTableData): string {
  const lines = [columns.map((column) => column.label), ...rows]
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
