import Check from 'lucide-react/icons/check'
import { ColumnHeader } from '@/components/ui/column-header'
import { Drawer } from '@/components/ui/drawer'
import { Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { can } from '@/lib/access/can'
import { type OrganizationPermission, PERMISSIONS } from '@/lib/access/permissions'
import type { Role } from '@/lib/model/actor'
import { PERMISSION_TEXTS } from '@/lib/presentation/permission-text'
import { roleName } from '@/lib/presentation/role'

const SHOWN = Object.keys(PERMISSION_TEXTS) as OrganizationPermission[]

/** What each role may do, from the table that every request is decided by. */
export const RolesDrawer = ({ roles }: { roles: readonly Role[] }) => (
  <Drawer
    label="What may each role do?"
    title="What each role may do"
    description="The table by which every request is decided. What is marked • needs a fresh proof of who you are."
  >
    <Table caption="Permissions by role">
      <TableHead>
        <ColumnHeader>Permission</ColumnHeader>
        {roles.map((role) => (
          <ColumnHeader key={role} className="pr-1.5 text-center text-2xs">
            {role === 'admin' ? (
              <abbr title={roleName(role)} className="no-underline">
                Admin
              </abbr>
            ) : (
              roleName(role)
            )}
          </ColumnHeader>
        ))}
      </TableHead>
      <TableBody>
        {SHOWN.map((permission) => (
          <TableRow key={permission}>
            <RowHeader title={permission}>
              {PERMISSION_TEXTS[permission]}
              {PERMISSIONS[permission].sensitive ? (
                <>
                  <span aria-hidden="true"> •</span>
                  <span className="sr-only"> (with a fresh proof)</span>
                </>
              ) : null}
            </RowHeader>
            {roles.map((role) => (
              <Cell key={role} className="text-center">
                {can(role, permission) ? (
                  <>
                    <Check aria-hidden="true" className="mx-auto size-4" />
                    <span className="sr-only">yes</span>
                  </>
                ) : (
                  <span className="text-ink-3">
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">no</span>
                  </span>
                )}
              </Cell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Drawer>
)
