import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { PlannedKind, Removal } from '@/lib/model/removal'
import { bytesText } from '@/lib/presentation/bytes'
import { dayText } from '@/lib/presentation/date'
import { shortDigest } from '@/lib/presentation/digest'
import { countText } from '@/lib/presentation/number'
import { kindText, spanText } from '@/lib/presentation/retention'
import { AgreeToRemoval } from './agree-to-removal'
import { MakeReport } from './make-report'

type Props = {
  org: string
  /** The report that waits, or the removal that is under way; null without one. */
  removal: Removal | null
  editable: boolean
}

/** What will be removed, before it is; agreed to by its numbers. */
export function ReportCard({ org, removal, editable }: Props) {
  const isOpen = removal?.state === 'planned'
  return (
    <Card
      title={removal?.state === 'removing' ? 'A removal is under way' : 'What would be removed'}
      note={
        removal
          ? `As of ${dayText(removal.report.day)}, by the rules of that day.`
          : 'Nothing is removed without a report of it that somebody agreed to.'
      }
      aside={editable && removal?.state !== 'removing' ? <MakeReport org={org} isAgain={isOpen} /> : undefined}
      footer={removal ? <Made removal={removal} /> : undefined}
    >
      {removal === null ? (
        <p className="text-ink-2 text-sm">
          No report waits. Make one to see what is past its time; it removes nothing.
        </p>
      ) : removal.report.kinds.length === 0 ? (
        <p className="text-ink-2 text-sm">No kind of record has a rule, so nothing is past its time.</p>
      ) : (
        <>
          <ReportTable kinds={removal.report.kinds} />
          {editable ? <AgreeToRemoval org={org} removal={removal} /> : null}
        </>
      )}
    </Card>
  )
}

const Made = ({ removal: { plannedBy, plannedAt, digest } }: { removal: Removal }) => (
  <>
    Reported by {plannedBy}, <LocalTime instant={plannedAt} />. Digest{' '}
    <code title={`sha256:${digest}`}>sha256 {shortDigest(digest)}</code>. Valid for seven days, as long as no record,
    rule or hold changes what it says.
  </>
)

const ReportTable = ({ kinds }: { kinds: readonly PlannedKind[] }) => (
  <Table caption="What would be removed, by kind" minWidth="44rem">
    <TableHead>
      <ColumnHeader>Kind</ColumnHeader>
      <ColumnHeader numeric>Records</ColumnHeader>
      <ColumnHeader numeric>On disk</ColumnHeader>
      <ColumnHeader>Days</ColumnHeader>
      <ColumnHeader>Kept although past their time</ColumnHeader>
    </TableHead>
    <TableBody>
      {kinds.map((one) => (
        <TableRow key={one.kind}>
          <RowHeader className="font-medium">
            {kindText(one.kind).name}
            <span className="block font-normal text-ink-3 text-xs">before {dayText(one.before)}</span>
          </RowHeader>
          <NumericCell>{countText(one.records)}</NumericCell>
          <NumericCell>{one.bytes === null ? 'in the database' : bytesText(one.bytes)}</NumericCell>
          <Cell>{spanText(one)}</Cell>
          <Cell className="max-w-80">
            <Kept kind={one} />
          </Cell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)

function Kept({ kind: { held, needed } }: { kind: PlannedKind }) {
  if (held.length + needed.length === 0) return '–'
  return (
    <ul className="grid gap-1">
      {held.map(({ id, name, reason, records }) => (
        <li key={id} title={reason}>
          {countText(records)} by the hold “{name}”
        </li>
      ))}
      {needed.map(({ why, records }) => (
        <li key={why}>
          {countText(records)} {why}
        </li>
      ))}
    </ul>
  )
}
