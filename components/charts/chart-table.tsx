import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'

export type ChartColumn = {
  label: string
  numeric?: boolean
  decimals?: number
  /** What stands for null; `no data` unless said otherwise. */
  missing?: string
}

/** The data behind a chart. The first column names the row; a null value is not known, and stays so in every copy. */
export type ChartTableData = {
  columns: readonly ChartColumn[]
  rows: readonly (readonly (string | number | null)[])[]
}

export const ChartTable = ({ caption, table }: { caption: string; table: ChartTableData }) => (
  <Table caption={caption}>
    <TableHead>
      {table.columns.map((column) => (
        <ColumnHeader key={column.label} numeric={column.numeric}>
          {column.label}
        </ColumnHeader>
      ))}
    </TableHead>
    <TableBody>
      {table.rows.map((row) => (
        <TableRow key={String(row[0])}>
          {table.columns.map((column, index) => (
            <ValueCell key={column.label} value={row[index] ?? null} first={index === 0} {...column} />
          ))}
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

type ValueCellProps = Omit<ChartColumn, 'label'> & { value: string | number | null; first: boolean }

function ValueCell({ value, first, numeric, decimals, missing = 'no data' }: ValueCellProps) {
  const shown =
    value === null ? (
      <span className="text-ink-3">{missing}</span>
    ) : typeof value === 'number' ? (
      inFigures(value, decimals)
    ) : (
      value
    )
  if (first) return <RowHeader className="whitespace-nowrap py-1.5">{shown}</RowHeader>
  return numeric ? (
    <NumericCell className="py-1.5">{shown}</NumericCell>
  ) : (
    <Cell className="whitespace-nowrap py-1.5">{shown}</Cell>
  )
}

/** A number as charts write it: grouped, with a true minus, and as many decimals as asked (at most two otherwise). */
export const inFigures = (value: number, decimals?: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 2 })
    .format(value)
    .replace('-', '−')
