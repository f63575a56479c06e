import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import type { Gap } from '@/lib/model/requirement-operation'
import { gapText, quarterText } from '@/lib/presentation/operation-text'

const keyOf = ({ kind, quarter, source }: Gap): string => `${kind} ${quarter} ${source}`

/** What is not there, as rows of its own. */
export const GapsCard = ({ gaps }: { gaps: readonly Gap[] }) => (
  <Card title={gaps.length === 0 ? 'No gaps' : 'Gaps'}>
    {gaps.length === 0 ? undefined : (
      <Table caption="Gaps of the requirement" minWidth="36rem">
        <TableHead>
          <ColumnHeader>Kind</ColumnHeader>
          <ColumnHeader>When</ColumnHeader>
          <ColumnHeader>What</ColumnHeader>
        </TableHead>
        <TableBody>
          {gaps.map((gap) => (
            <TableRow key={keyOf(gap)}>
              <RowHeader className="whitespace-nowrap">{gapText(gap.kind)}</RowHeader>
              <Cell className="whitespace-nowrap">
                {gap.quarter === null ? 'Whole period' : quarterText(gap.quarter)}
              </Cell>
              <Cell>{gap.detail}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)
