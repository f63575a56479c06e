import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Membership, Role } from '@/lib/model/actor'
import { type Permission, ROLE_PERMISSIONS } from './permissions'

/** Whether a role carries a permission; the one rule the pages and the services share. */
export const can = (role: Role, permission: Permission): boolean => ROLE_PERMISSIONS[role].has(permission)

/**
 * The actor's membership of the organization with this slug. Throws `not-found` when there is none, so that another
 * organization looks absent, and `forbidden` when the role lacks the permission.
 */
export function authorize(actor: Actor, slug: string, permission: Permission): Membership {
  const membership = actor.memberships.find((m) => m.slug === slug)
  if (!membership) throw new AppError('not-found')
  if (!can(membership.role, permission)) {
    throw new AppError('forbidden', {
      detail: `The role ${membership.role} of ${membership.name} lacks ${permission}. An administrator of the organization can grant it.`,
    })
  }
  return membership
}
