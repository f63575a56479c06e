import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Account } from '@/lib/model/account'
import { paths } from '@/lib/queries/paths'

type Roles = Account['roles']

/** What one may be where, and until when. */
export const RolesCard = ({ roles }: { roles: Roles }) => (
  <Card
    title="Your roles"
    note="What you may do in each organization. An administrator of the organization changes it."
  >
    {roles.length === 0 ? (
      <EmptyState title="You belong to no organization">
        Found one from the portfolio, or ask an administrator to make you a member.
      </EmptyState>
    ) : (
      <Table caption="Your roles by organization" minWidth="34rem">
        <TableHead>
          <ColumnHeader>Organization</ColumnHeader>
          <ColumnHeader>Role</ColumnHeader>
          <ColumnHeader>Ends</ColumnHeader>
          <ColumnHeader>Last used</ColumnHeader>
        </TableHead>
        <TableBody>
          {roles.map((role) => (
            <RoleRow key={role.org} role={role} />
          ))}
        </TableBody>
      </Table>
    )}
  </Card>
)

const RoleRow = ({ role }: { role: Roles[number] }) => (
  <TableRow>
    <RowHeader className="font-medium">
      <TextLink quiet href={paths.overview(role.org)}>
        {role.name}
      </TextLink>
    </RowHeader>
    <Cell>
      {role.role}
      {role.elevatedUntil ? (
        <span className="block text-ink-3 text-xs">
          <Tag tone="warn">lent</Tag> until <LocalTime instant={role.elevatedUntil} />, then {role.ownRole} again
        </span>
      ) : null}
    </Cell>
    <Cell>{role.expiresAt ? <LocalTime instant={role.expiresAt} show="date" /> : 'no end'}</Cell>
    <Cell>{role.lastUsedAt ? <LocalTime instant={role.lastUsedAt} /> : 'not known'}</Cell>
  </TableRow>
)
