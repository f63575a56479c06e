import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { Removal } from '@/lib/model/removal'
import { removalLine, removalState } from '@/lib/presentation/retention'

/** What became of earlier reports; nothing while there is none. */
export function RemovalsCard({ removals }: { removals: readonly Removal[] }) {
  if (removals.length === 0) return null
  return (
    <Card title="Earlier reports" note="The latest fifty, newest first. All of them are in the audit log.">
      <Table caption="Earlier reports and what became of them, newest first" minWidth="40rem">
        <TableHead>
          <ColumnHeader>Reported</ColumnHeader>
          <ColumnHeader>State</ColumnHeader>
          <ColumnHeader>What</ColumnHeader>
          <ColumnHeader>Ended</ColumnHeader>
        </TableHead>
        <TableBody>
          {removals.map((one) => {
            const { text, tone } = removalState(one.state)
            return (
              <TableRow key={one.id}>
                <RowHeader>
                  {one.plannedBy}, <LocalTime instant={one.plannedAt} />
                </RowHeader>
                <Cell>
                  <Tag tone={tone}>{text}</Tag>
                </Cell>
                <Cell className="max-w-96">{removalLine(one)}</Cell>
                <Cell>
                  {one.endedAt ? <LocalTime instant={one.endedAt} /> : '–'}
                  {one.endedBy ? <span className="block text-ink-3 text-xs">{one.endedBy}</span> : null}
                </Cell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Card>
  )
}
