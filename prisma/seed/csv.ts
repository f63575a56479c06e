/** A cell of RFC 4180: quoted when it must be; null is an empty cell, which readers take as not known. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV text with a header of the given columns, one row a record. */
export const toCsv = <Column extends string>(
  columns: readonly Column[],
  records: readonly Record<Column, string | number | null>[],
): string =>
  [columns.join(','), ...records.map((record) => columns.map((column) => cell(record[column])).join(','))].join('\n')
