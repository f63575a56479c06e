import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell } from '@/components/ui/table-cell'

type Reject = { row: number | null; field: string; reason: string }

/** Rows that are not taken, each with its line in the file, the field and why. */
export const RejectTable = ({ rejects }: { rejects: readonly Reject[] }) => (
  <div className="mt-2 max-h-80 overflow-y-auto">
    <Table caption="Rejected rows">
      <TableHead>
        <ColumnHeader numeric className="w-10 sm:w-18">
          Row
        </ColumnHeader>
        <ColumnHeader className="w-24 sm:w-40">Field</ColumnHeader>
        <ColumnHeader>Reason</ColumnHeader>
      </TableHead>
      <TableBody>
        {rejects.map(({ row, field, reason }) => (
          <TableRow key={`${row}/${field}/${reason}`}>
            <NumericCell>{row ?? '–'}</NumericCell>
            <Cell className="[overflow-wrap:anywhere]">{field}</Cell>
            <Cell>{reason}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </div>
)
