import { ColumnHeader } from '@/components/ui/column-header'
import { Mark } from '@/components/ui/mark'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Finding } from '@/lib/model/finding'
import { ageText, exceptionText, findingSeverityTone } from '@/lib/presentation/finding'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; findings: readonly Finding[]; now: string }

/** What was found of one resource, open ones first. */
export const ResourceFindings = ({ org, findings, now }: Props) => (
  <Table caption="Findings of this resource" minWidth="36rem">
    <TableHead>
      <ColumnHeader>Finding</ColumnHeader>
      <ColumnHeader>Feeds</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      <ColumnHeader numeric>Open</ColumnHeader>
    </TableHead>
    <TableBody>
      {findings.map((one) => (
        <TableRow key={one.id} interactive>
          <RowHeader>
            <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
              <Mark tone={one.state === 'open' ? findingSeverityTone(one.severity) : 'good'} className="mt-1.5" />
              <TextLink quiet href={paths.finding(org, one.id)} className="font-semibold">
                {one.title}
              </TextLink>
              <span className="col-start-2 text-ink-3 text-xs [overflow-wrap:anywhere]">
                {one.severity} · {one.checkId}
              </span>
            </span>
          </RowHeader>
          <Cell>{one.capabilities[0] ? <Tag>{one.capabilities[0]}</Tag> : <Tag tone="unknown">unmapped</Tag>}</Cell>
          <Cell className="text-xs">{one.exceptionUntil ? exceptionText(one.exceptionUntil) : one.state}</Cell>
          <NumericCell>{ageText(one.openedAt, one.resolvedAt ?? now)}</NumericCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
