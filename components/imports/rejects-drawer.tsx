import { ColumnHeader } from '@/components/ui/column-header'
import { Drawer } from '@/components/ui/drawer'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell } from '@/components/ui/table-cell'
import type { ImportBatch } from '@/lib/model/import-batch'
import { countText } from '@/lib/presentation/number'

/** The rows an import did not take, each with field and reason. */
export const RejectsDrawer = ({ batch }: { batch: ImportBatch }) => (
  <Drawer
    label={countText(batch.rejected)}
    title={`Rows of ${batch.fileName} that were not taken`}
    description={batch.rejects.length < batch.rejected ? `The first ${countText(batch.rejects.length)}.` : undefined}
  >
    <Table caption="Rejected rows">
      <TableHead>
        <ColumnHeader numeric>Row</ColumnHeader>
        <ColumnHeader>Field</ColumnHeader>
        <ColumnHeader>Reason</ColumnHeader>
      </TableHead>
      <TableBody>
        {batch.rejects.map(({ row, field, reason }) => (
          <TableRow key={`${row}/${field}/${reason}`}>
            <NumericCell>{row}</NumericCell>
            <Cell>{field}</Cell>
            <Cell className="text-left">{reason}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Drawer>
)
