import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { Mark } from '@/components/ui/mark'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { CheckStanding } from '@/lib/model/check-view'
import { instantText } from '@/lib/presentation/date'
import { causeLabel, countedText, verdictLabel, verdictTone } from '@/lib/presentation/verdict'

type Props = { standings: readonly CheckStanding[]; runHref: (run: string) => string }

/** What the check says of each account in the newest run of its connection, with what could not be read. */
export const StandingsCard = ({ standings, runHref }: Props) => (
  <Card title="What it says now">
    {standings.length === 0 ? (
      <p className="text-ink-2 text-sm">No connection has run it yet. That is not a pass.</p>
    ) : (
      <Table caption="Verdicts by account" minWidth="38rem">
        <TableHead>
          <ColumnHeader>Account</ColumnHeader>
          <ColumnHeader>Verdict</ColumnHeader>
          <ColumnHeader numeric>Holds for</ColumnHeader>
          <ColumnHeader className="pl-3">Not read</ColumnHeader>
        </TableHead>
        <TableBody>
          {standings.map((one) => (
            <TableRow key={`${one.connectionId}/${one.account}`}>
              <RowHeader>
                {one.account}
                <span className="block text-ink-3 text-xs">
                  {one.connectionName}, facts of{' '}
                  <TextLink href={runHref(one.runId)}>{instantText(one.factsAt)}</TextLink>
                </span>
              </RowHeader>
              <Cell className="whitespace-nowrap">
                <span className="inline-flex items-center gap-2">
                  <Mark tone={verdictTone(one.verdict)} />
                  {verdictLabel(one.verdict)}
                </span>
              </Cell>
              <NumericCell className="whitespace-nowrap">{countedText(one)}</NumericCell>
              <Cell className="pl-3 text-xs">
                <NotRead standing={one} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)

const SHOWN = 3

function NotRead({ standing: { gaps, undecided } }: { standing: CheckStanding }) {
  if (gaps.length === 0 && undecided === 0) return <span className="text-ink-3">nothing</span>
  return (
    <ul className="grid gap-0.5">
      {gaps.slice(0, SHOWN).map((gap) => (
        <li key={`${gap.operation}/${gap.region}`}>
          {causeLabel(gap.cause)}: <code>{gap.operation}</code>
          {gap.region ? ` in ${gap.region}` : ''}
        </li>
      ))}
      {gaps.length > SHOWN ? <li>and {gaps.length - SHOWN} more</li> : null}
      {undecided > 0 ? <li>{undecided} resources undecided</li> : null}
    </ul>
  )
}
