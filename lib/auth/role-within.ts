import { PERMISSIONS } from '@/lib/access/permissions'
import type { Role } from '@/lib/model/actor'

/** Whether a role may do nothing that the other may not. By the policy's own table: roles are in no plain order. */
export const isWithin = (role: Role, most: Role): boolean =>
  Object.values(PERMISSIONS).every(({ roles }) => !roles?.includes(role) || roles.includes(most))
