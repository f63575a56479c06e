import { Card } from '@/components/ui/card'
import { ColumnHeader } from '@/components/ui/column-header'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import type { GroupRoles } from '@/lib/model/group-role'
import { AddGroupRole } from './add-group-role'
import { RemoveGroupRole } from './remove-group-role'

type Props = { org: string; groupRoles: GroupRoles; editable: boolean }

const NOTE =
  'At each single sign-on a person gets the highest role that any of their groups gives (viewer, auditor, assessor, admin), and loses it with the group. What an administrator gave stays. An auditor gets 90 days.'

/** What groups of identity providers are worth here. */
export const GroupRolesCard = ({ org, groupRoles: { items, providers }, editable }: Props) => {
  const able = providers.filter(({ listsGroups }) => listsGroups)
  return (
    <Card title="Group roles" note={NOTE}>
      {items.length > 0 ? (
        <Table caption="Roles that groups give" minWidth="30rem">
          <TableHead>
            <ColumnHeader>Group</ColumnHeader>
            <ColumnHeader>Identity provider</ColumnHeader>
            <ColumnHeader>Role</ColumnHeader>
            {editable ? <ColumnHeader label="Remove" /> : null}
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <TableRow key={item.id}>
                <RowHeader className="break-all font-medium">{item.group}</RowHeader>
                <Cell>{providers.find(({ id }) => id === item.provider)?.name ?? `${item.provider} (removed)`}</Cell>
                <Cell>{item.role}</Cell>
                {editable ? (
                  <Cell className="text-right">
                    <RemoveGroupRole org={org} item={item} />
                  </Cell>
                ) : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
      {items.length === 0 ? <NoGroupRoles hasProviders={able.length > 0} /> : null}
      {editable && able.length > 0 ? <AddGroupRole org={org} providers={able} /> : null}
    </Card>
  )
}

const NoGroupRoles = ({ hasProviders }: { hasProviders: boolean }) => (
  <EmptyState title="No group gives a role">
    {hasProviders ? (
      'Give a group a role, and its people get in with single sign-on alone.'
    ) : (
      <>
        No identity provider of this installation lists groups. Whoever runs it sets one up with{' '}
        <code>proofline provider add --group-claim NAME</code>.
      </>
    )}
  </EmptyState>
)
