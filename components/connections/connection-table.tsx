import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Mark } from '@/components/ui/mark'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { TextLink } from '@/components/ui/text-link'
import type { ConnectionView } from '@/lib/model/connection-view'
import { connectionHealth, isRead, kindName, missingOf, sourceText } from '@/lib/presentation/connection'
import { countText } from '@/lib/presentation/number'
import { runState } from '@/lib/presentation/run'
import { scheduleText } from '@/lib/presentation/schedule'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; connections: readonly ConnectionView[] }

const MISSING_SHOWN = 3

/** Every source: whether it can be relied upon, what it may not read, and when it is read next. */
export const ConnectionTable = ({ org, connections }: Props) => (
  <Table caption="Connections by name" minWidth="58rem">
    <TableHead>
      <ColumnHeader>Connection</ColumnHeader>
      <ColumnHeader>Health</ColumnHeader>
      <ColumnHeader>Permissions missing</ColumnHeader>
      <ColumnHeader>Last run</ColumnHeader>
      <ColumnHeader>Next run</ColumnHeader>
    </TableHead>
    <TableBody>
      {connections.map((connection) => (
        <ConnectionRow key={connection.id} org={org} connection={connection} />
      ))}
    </TableBody>
  </Table>
)

function ConnectionRow({ org, connection }: { org: string; connection: ConnectionView }) {
  const { text, tone } = connectionHealth(connection)
  return (
    <TableRow interactive>
      <RowHeader className="max-w-80">
        <TextLink quiet href={paths.connection(org, connection.id)} className="block truncate font-medium">
          {connection.name}
        </TextLink>
        <span className="block truncate text-ink-3 text-xs">
          {kindName(connection.settings.kind)} · {sourceText(connection.settings)}
        </span>
      </RowHeader>
      <Cell className="whitespace-nowrap">
        <Mark tone={tone} className="mr-2" />
        {text}
      </Cell>
      <Cell className="max-w-64">
        <Missing connection={connection} />
      </Cell>
      <Cell>
        <Latest org={org} connection={connection} />
      </Cell>
      <Cell>
        <Next connection={connection} />
      </Cell>
    </TableRow>
  )
}

function Missing({ connection }: { connection: ConnectionView }) {
  const missing = missingOf(connection)
  if (!isRead(connection.settings.kind)) return <span className="text-ink-3">needs none</span>
  if (connection.selfTest === null) return <span className="text-unknown">not tested</span>
  if (missing.length === 0) return <span className="text-ink-3">none</span>
  const rest = missing.length - MISSING_SHOWN
  return (
    <span className="text-warn [overflow-wrap:anywhere]">
      {missing
        .slice(0, MISSING_SHOWN)
        .map(({ permission }) => permission)
        .join(', ')}
      {rest > 0 ? ` and ${countText(rest)} more` : ''}
    </span>
  )
}

function Latest({ org, connection: { lastRun } }: { org: string; connection: ConnectionView }) {
  if (lastRun === null) return <span className="text-unknown">never</span>
  return (
    <>
      <TextLink quiet href={paths.run(org, lastRun.id)}>
        <LocalTime instant={lastRun.finishedAt ?? lastRun.createdAt} />
      </TextLink>
      <span className="block text-ink-3 text-xs">
        {runState(lastRun.state).text}
        {lastRun.totals ? `, ${countText(lastRun.totals.resources)} resources` : ''}
      </span>
    </>
  )
}

function Next({ connection: { nextRuns, schedule, pausedAt, settings } }: { connection: ConnectionView }) {
  const [next] = nextRuns
  if (!isRead(settings.kind)) return <span className="text-ink-3">is handed in</span>
  if (pausedAt !== null) return <span className="text-ink-3">paused</span>
  return (
    <>
      {next ? <LocalTime instant={next} /> : <span className="text-ink-3">when asked</span>}
      {schedule === null ? null : <span className="block text-ink-3 text-xs">{scheduleText(schedule)}</span>}
    </>
  )
}
