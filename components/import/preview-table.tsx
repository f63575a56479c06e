import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell } from '@/components/ui/table-cell'
import type { ImportKind } from '@/lib/model/import-batch'
import type { ImportPreview, PreviewRow } from '@/lib/model/import-preview'
import { FIELDS } from './fields'

type Props = { kind: ImportKind; preview: ImportPreview; stale: boolean }

/** The first rows as written and as read: a wrong order of day and month shows here, not in a chart later. */
export function PreviewTable({ kind, preview, stale }: Props) {
  const fields = FIELDS[kind].filter(({ field }) => preview.map[field] !== undefined)
  return (
    <Card
      title="First rows, as they are read"
      note={
        preview.refused === 0
          ? `All ${preview.sampled} rows looked at can be read.`
          : `${preview.refused} of the ${preview.sampled} rows looked at would be rejected.`
      }
      className={classNames(stale && 'opacity-60')}
    >
      <Table caption="Preview of the import" minWidth={`${8 + fields.length * 10}rem`}>
        <TableHead>
          <ColumnHeader numeric>Row</ColumnHeader>
          {fields.map(({ field, label }) => (
            <ColumnHeader key={field}>{label}</ColumnHeader>
          ))}
        </TableHead>
        <TableBody>
          {preview.rows.map((row) => (
            <TableRow key={row.row} className={classNames(row.rejects.length > 0 && 'bg-bad-soft')}>
              <NumericCell className="text-ink-3">{row.row}</NumericCell>
              {fields.map(({ field }) => (
                <PreviewCell key={field} field={field} row={row} />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function PreviewCell({ field, row }: { field: string; row: PreviewRow }) {
  const reject = row.rejects.find((one) => one.field === field)
  const written = row.cells[field] ?? ''
  const read = row.values?.[field] ?? null
  if (reject) {
    return (
      <Cell className="text-bad">
        <span className="block font-medium">{written === '' ? 'empty' : written}</span>
        <span className="block text-xs">{reject.reason}</span>
      </Cell>
    )
  }
  const shown = read === null ? null : String(read)
  return (
    <Cell className="max-w-64">
      <span className="block truncate">
        {row.values === null ? written : (shown ?? <span className="text-unknown">not known</span>)}
      </span>
      {shown !== null && shown !== written ? (
        <span className="block truncate text-ink-3 text-xs">{written}</span>
      ) : null}
    </Cell>
  )
}
