import { ROLES, type Role } from '@/lib/model/actor'
import { can } from './can'
import { PERMISSIONS, type Permission } from './permissions'

const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter(
    (permission) => PERMISSIONS[permission].roles !== null && can(role, permission),
  )

/** Whether a role may do all that another may, and more. */
const isHigher = (role: Role, than: Role): boolean =>
  permissionsOf(than).every((permission) => can(role, permission)) &&
  permissionsOf(role).length > permissionsOf(than).length

/**
 * The roles somebody with this one may ask for, for a while: those that lose nothing and gain something. None for an
 * administrator, and none for an auditor: whoever judges must not for an hour become one of those who are judged
 * (NIST SP 800-53 r5, AC-5).
 */
export const higherRoles = (role: Role): Role[] =>
  role === 'auditor' ? [] : ROLES.filter((other) => isHigher(other, role))
