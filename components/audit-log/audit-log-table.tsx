import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { actorKindText, auditDeed, auditSubjectName, decisionText } from '@/lib/presentation/audit-action'
import { paths } from '@/lib/queries/paths'
import { EntryDrawer } from './entry-drawer'

type Props = { org: string; entries: readonly AuditEntry[]; marked: number | undefined }

/** Acts, newest first; `marked` is the place that somebody came here for. */
export const AuditLogTable = ({ org, entries, marked }: Props) => (
  <Table caption="Acts, newest first" minWidth="64rem">
    <TableHead>
      <ColumnHeader numeric>Entry</ColumnHeader>
      <ColumnHeader>When</ColumnHeader>
      <ColumnHeader>Who</ColumnHeader>
      <ColumnHeader>What</ColumnHeader>
      <ColumnHeader>From where</ColumnHeader>
      <ColumnHeader>Allowed as</ColumnHeader>
      <ColumnHeader label="Details" />
    </TableHead>
    <TableBody>
      {entries.map((entry) => (
        <EntryRow key={entry.id} org={org} entry={entry} selected={marked !== undefined && entry.seq === marked} />
      ))}
    </TableBody>
  </Table>
)

const EntryRow = ({ org, entry, selected }: { org: string; entry: AuditEntry; selected: boolean }) => (
  <TableRow selected={selected}>
    <NumericCell>
      {entry.seq ?? (
        <Tag tone="unknown" title="Older than the chain">
          older
        </Tag>
      )}
    </NumericCell>
    <Cell>
      <LocalTime instant={entry.at} />
    </Cell>
    <Cell className="max-w-52">
      <span className="block truncate font-medium" title={entry.actorName}>
        {entry.actorName}
      </span>
      <span className="block text-ink-3 text-xs">{actorKindText(entry.actorKind)}</span>
    </Cell>
    <RowHeader className="max-w-80">
      <span className="block">{auditDeed(entry.action)}</span>
      <TextLink
        quiet
        href={paths.auditLog(org, { subject: entry.subject })}
        className="block truncate text-ink-3 text-xs"
      >
        {auditSubjectName(entry) ?? entry.subject}
      </TextLink>
    </RowHeader>
    <Cell>{entry.address ?? <Unsaid>no address</Unsaid>}</Cell>
    <Cell>{decisionText(entry) ?? <Unsaid>not asked</Unsaid>}</Cell>
    <Cell>
      <EntryDrawer entry={entry} />
    </Cell>
  </TableRow>
)

const Unsaid = ({ children }: { children: string }) => <span className="text-unknown">{children}</span>
