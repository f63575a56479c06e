import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import type { Incident } from '@/lib/model/incident'
import { layerShortName } from '@/lib/presentation/layer'
import { hoursText } from '@/lib/presentation/number'
import { severityLabel, severityTone } from '@/lib/presentation/severity'

const COLUMNS = ['Incident', 'Severity', 'Layer', 'Occurred', 'Detected', 'Resolved'] as const

/** Incidents, newest first, with the two durations the metrics are made of. */
export const IncidentTable = ({ incidents }: { incidents: readonly Incident[] }) => (
  <Table caption="Incidents, newest first" minWidth="64rem">
    <TableHead>
      {COLUMNS.map((label) => (
        <ColumnHeader key={label}>{label}</ColumnHeader>
      ))}
      <ColumnHeader numeric>To detect</ColumnHeader>
      <ColumnHeader numeric>To resolve</ColumnHeader>
    </TableHead>
    <TableBody>
      {incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} />
      ))}
    </TableBody>
  </Table>
)

const IncidentRow = ({ incident }: { incident: Incident }) => (
  <TableRow>
    <RowHeader className="max-w-80">
      <span className="block truncate font-medium" title={incident.title ?? undefined}>
        {incident.title ?? 'Untitled'}
      </span>
      <span className="block truncate text-ink-3 text-xs">
        {incident.source} · {incident.externalId}
      </span>
    </RowHeader>
    <Cell>
      <Tag tone={severityTone(incident.severity)}>{severityLabel(incident.severity)}</Tag>
    </Cell>
    <Cell>{incident.layer ? layerShortName(incident.layer) : <NotKnown what="layer" />}</Cell>
    <Cell>{incident.occurredAt ? <LocalTime instant={incident.occurredAt} /> : <NotKnown what="onset" />}</Cell>
    <Cell>{incident.detectedAt ? <LocalTime instant={incident.detectedAt} /> : <NotKnown what="detection" />}</Cell>
    <Cell>{incident.resolvedAt ? <LocalTime instant={incident.resolvedAt} /> : <Tag>open</Tag>}</Cell>
    <NumericCell>{hoursText(hoursBetween(incident.occurredAt, incident.detectedAt))}</NumericCell>
    <NumericCell>{hoursText(hoursBetween(incident.detectedAt, incident.resolvedAt))}</NumericCell>
  </TableRow>
)

const NotKnown = ({ what }: { what: string }) => (
  <span className="text-unknown" title={`The ${what} is not known`}>
    <span aria-hidden="true">–</span>
    <span className="sr-only">{what} not known</span>
  </span>
)

const hoursBetween = (from: string | null, to: string | null): number | null =>
  from && to ? (Date.parse(to) - Date.parse(from)) / 3_600_000 : null
