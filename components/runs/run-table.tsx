import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Run } from '@/lib/model/run'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { progressLine, runSeconds, runState, secondsText, startedText, unreadLine } from '@/lib/presentation/run'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; runs: readonly Run[]; withConnection?: boolean }

/** Runs, newest first, each with what it read and what it could not. */
export const RunTable = ({ org, runs, withConnection = true }: Props) => (
  <Table caption="Runs, newest first" minWidth={withConnection ? '60rem' : '42rem'}>
    <TableHead>
      <ColumnHeader>{withConnection ? 'Connection' : 'Started'}</ColumnHeader>
      <ColumnHeader>State</ColumnHeader>
      {withConnection ? <ColumnHeader>Started</ColumnHeader> : null}
      <ColumnHeader numeric>Took</ColumnHeader>
      <ColumnHeader numeric>Resources</ColumnHeader>
      <ColumnHeader>Not read</ColumnHeader>
      <ColumnHeader numeric>Fail</ColumnHeader>
      <ColumnHeader numeric>Unknown</ColumnHeader>
      <ColumnHeader numeric>Pass</ColumnHeader>
    </TableHead>
    <TableBody>
      {runs.map((run) => (
        <RunRow key={run.id} org={org} run={run} withConnection={withConnection} />
      ))}
    </TableBody>
  </Table>
)

function RunRow({ org, run, withConnection }: { org: string; run: Run; withConnection: boolean }) {
  const { text, tone } = runState(run.state)
  const seconds = runSeconds(run)
  const verdicts = run.totals?.verdicts
  const when = <LocalTime instant={run.startedAt ?? run.createdAt} />
  return (
    <TableRow interactive>
      <RowHeader className="max-w-72">
        <TextLink quiet href={paths.run(org, run.id)} className="block truncate font-medium">
          {withConnection ? run.connectionName : when}
        </TextLink>
        <span className="block truncate text-ink-3 text-xs">{startedText(run)}</span>
      </RowHeader>
      <Cell>
        <Tag tone={tone}>{text}</Tag>
      </Cell>
      {withConnection ? <Cell>{when}</Cell> : null}
      <NumericCell>{seconds === null ? NOT_KNOWN : secondsText(seconds)}</NumericCell>
      <NumericCell>{countText(run.totals?.resources ?? null)}</NumericCell>
      <Cell className="max-w-56 text-ink-2 text-xs">
        {run.state === 'done' ? (unreadLine(run.progress) ?? 'nothing') : unfinished(run)}
      </Cell>
      <NumericCell>{countText(verdicts?.fail ?? null)}</NumericCell>
      <NumericCell>{countText(verdicts?.unknown ?? null)}</NumericCell>
      <NumericCell>{countText(verdicts?.pass ?? null)}</NumericCell>
    </TableRow>
  )
}

const unfinished = ({ error, progress, state }: Run): string =>
  error ?? (state === 'cancelled' ? 'was not read to the end' : progressLine(progress))
