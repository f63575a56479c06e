/** How a column stands: words start together, figures end together. */
export type Column = { title: string; align?: 'left' | 'right' }

/** A head and rows as aligned columns, two spaces apart; no line ends in spaces. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)))
  const padded = (line: readonly string[]) =>
    columns.map(({ align = 'left' }, at) => {
      const [cell, width] = [line[at] ?? '', widths[at] ?? 0]
      return align === 'left' ? cell.padEnd(width) : cell.padStart(width)
    })
  return lines.map((line) => padded(line).join('  ').trimEnd()).join('\n')
}

/** Columns of figures under these titles. */
export const figures = (...titles: readonly string[]): Column[] => titles.map((title) => ({ title, align: 'right' }))
