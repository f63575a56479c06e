import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { AuditRequest } from '@/lib/model/audit-request'
import { requestStateText, requestStateTone } from '@/lib/presentation/audit-request'
import { dayText } from '@/lib/presentation/date'

type Props = {
  requests: readonly AuditRequest[]
  /** Names of frameworks by id. */
  frameworks: ReadonlyMap<string, string>
  hrefOf: (id: string) => string
}

/** What auditors asked for: about what, in which state, due when. */
export const RequestTable = ({ requests, frameworks, hrefOf }: Props) => (
  <Table caption="Requests of auditors" minWidth="44rem">
    <TableHead>
      <ColumnHeader>Request</ColumnHeader>
      <ColumnHeader>About</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader>Due</ColumnHeader>
      <ColumnHeader>Asked</ColumnHeader>
    </TableHead>
    <TableBody>
      {requests.map((one) => (
        <TableRow key={one.id} interactive>
          <RowHeader className="[overflow-wrap:anywhere]">
            <TextLink quiet href={hrefOf(one.id)} className="font-medium">
              {one.title}
            </TextLink>
          </RowHeader>
          <Cell>
            {frameworks.get(one.framework) ?? one.framework}
            {one.requirement === '' ? '' : ` ${one.requirement}`}
          </Cell>
          <Cell>
            <Tag tone={requestStateTone(one.state)}>{requestStateText(one.state)}</Tag>
          </Cell>
          <Cell className="whitespace-nowrap">
            {one.dueOn === null ? 'no day' : dayText(one.dueOn)} {one.isOverdue ? <Tag tone="bad">overdue</Tag> : null}
          </Cell>
          <Cell>
            {one.askedBy}, <LocalTime instant={one.askedAt} show="date" />
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
