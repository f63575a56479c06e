import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { ImportBatch } from '@/lib/model/import-batch'
import { countText } from '@/lib/presentation/number'
import { RejectsDrawer } from './rejects-drawer'
import { UndoImport } from './undo-import'

type Props = { org: string; batches: readonly ImportBatch[]; undoable: boolean }

/** Every import with its counts; what it did not take opens, and it can be taken back. */
export const ImportTable = ({ org, batches, undoable }: Props) => (
  <Table caption="Imports, newest first" minWidth="60rem">
    <TableHead>
      <ColumnHeader>File</ColumnHeader>
      <ColumnHeader>When</ColumnHeader>
      <ColumnHeader numeric>Rows</ColumnHeader>
      <ColumnHeader numeric>New</ColumnHeader>
      <ColumnHeader numeric>Changed</ColumnHeader>
      <ColumnHeader numeric>Unchanged</ColumnHeader>
      <ColumnHeader numeric>Rejected</ColumnHeader>
      <ColumnHeader label="Undo" />
    </TableHead>
    <TableBody>
      {batches.map((batch) => (
        <TableRow key={batch.id}>
          <RowHeader className="max-w-72">
            <span className="block truncate font-medium">{batch.fileName}</span>
            <span className="block truncate text-ink-3 text-xs" title={`SHA-256 ${batch.sha256}`}>
              {batch.kind} from {batch.source} · sha256 {batch.sha256.slice(0, 8)}…
            </span>
          </RowHeader>
          <Cell>
            <LocalTime instant={batch.createdAt} />
            <span className="block text-ink-3 text-xs">{batch.importedBy}</span>
          </Cell>
          <NumericCell>{countText(batch.rows)}</NumericCell>
          <NumericCell>{countText(batch.created)}</NumericCell>
          <NumericCell>{countText(batch.updated)}</NumericCell>
          <NumericCell>{countText(batch.unchanged)}</NumericCell>
          <NumericCell>{batch.rejected === 0 ? '0' : <RejectsDrawer batch={batch} />}</NumericCell>
          <Cell className="text-right">
            <UndoCell org={org} batch={batch} undoable={undoable} />
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

function UndoCell({ org, batch, undoable }: { org: string; batch: ImportBatch; undoable: boolean }) {
  if (batch.undoneAt) return <Tag title={`Undone by ${batch.undoneBy}`}>undone</Tag>
  return undoable ? <UndoImport org={org} batch={batch} /> : null
}
