import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import type { Member } from '@/lib/model/member'
import type { MemberSession } from '@/lib/model/member-session'
import { browserText } from '@/lib/presentation/browser-text'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { EndSessions } from './end-sessions'

type Props = {
  org: string
  member: Pick<Member, 'userId' | 'name'>
  /** Null where the person belongs to organizations that the reader does not administer. */
  sessions: readonly MemberSession[] | null
}

const METHODS = { passkey: 'Passkey', oidc: 'Single sign-on', link: 'One-time link' } as const

/** Where a member is signed in now. */
export function SessionsCard({ org, member, sessions }: Props) {
  if (sessions === null) {
    return (
      <Card title="Sessions">
        <p className="text-ink-2 text-sm">
          {member.name} belongs to more than the organizations you administer. Their sessions serve those too, so they
          are shown to {member.name} only. Removing the member here takes effect at once.
        </p>
      </Card>
    )
  }
  return (
    <Card
      title="Sessions"
      note="Those that live now."
      aside={sessions.length === 0 ? undefined : <EndSessions org={org} member={member} />}
    >
      {sessions.length === 0 ? (
        <p className="text-ink-2 text-sm">{member.name} is not signed in anywhere.</p>
      ) : (
        <SessionTable sessions={sessions} />
      )}
    </Card>
  )
}

const SessionTable = ({ sessions }: { sessions: readonly MemberSession[] }) => (
  <Table caption="Sessions, the one used last first" minWidth="46rem">
    <TableHead>
      <ColumnHeader>Browser</ColumnHeader>
      <ColumnHeader>Proven with</ColumnHeader>
      <ColumnHeader>Began</ColumnHeader>
      <ColumnHeader>Last seen</ColumnHeader>
      <ColumnHeader>Address</ColumnHeader>
      <ColumnHeader numeric>Risk</ColumnHeader>
    </TableHead>
    <TableBody>
      {sessions.map((session) => (
        <TableRow key={session.id}>
          <RowHeader title={session.userAgent ?? undefined}>{browserText(session.userAgent)}</RowHeader>
          <Cell>
            {METHODS[session.method]}
            {session.provenAt ? (
              <span className="block text-ink-3 text-xs">
                <LocalTime instant={session.provenAt} />
              </span>
            ) : null}
          </Cell>
          <Cell>
            <LocalTime instant={session.startedAt} />
          </Cell>
          <Cell>
            <LocalTime instant={session.lastSeenAt} />
          </Cell>
          <Cell className="whitespace-nowrap">{session.lastAddress ?? session.address ?? NOT_KNOWN}</Cell>
          <NumericCell>{session.risk}</NumericCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
)
