import { ColumnHeader } from '@/components/ui/column-header'
import { Table, TableBody, TableHead } from '@/components/ui/table'
import type { Member } from '@/lib/model/member'
import { MemberRow } from './member-row'

type Props = { org: string; members: readonly Member[]; isWithSessions: boolean }

/** Who belongs to the organization, as what, until when and how they sign in. */
export const MemberTable = ({ org, members, isWithSessions }: Props) => (
  <Table caption="Members by name" minWidth={isWithSessions ? '60rem' : '54rem'}>
    <TableHead>
      <ColumnHeader>Person</ColumnHeader>
      <ColumnHeader>Role</ColumnHeader>
      <ColumnHeader>Until</ColumnHeader>
      <ColumnHeader>Given</ColumnHeader>
      <ColumnHeader>Signs in with</ColumnHeader>
      <ColumnHeader>Last used</ColumnHeader>
      <ColumnHeader>Last reviewed</ColumnHeader>
      {isWithSessions ? <ColumnHeader numeric>Sessions</ColumnHeader> : null}
    </TableHead>
    <TableBody>
      {members.map((member) => (
        <MemberRow key={member.userId} org={org} member={member} isWithSessions={isWithSessions} />
      ))}
    </TableBody>
  </Table>
)
