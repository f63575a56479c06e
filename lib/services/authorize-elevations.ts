import { can } from '@/lib/access/can'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'
import { authorize } from './authorize'

/**
 * Whose requests for a higher role an actor may read: everybody's (`onlyOf` is null) with the right to read members, else
 * their own, and a machine nobody's. Throws not-found, forbidden.
 */
export async function authorizeElevations(
  actor: Actor,
  org: string,
): Promise<{ here: Admitted; onlyOf: string | 'nobody' | null }> {
  const role = actor.memberships.find(({ slug }) => slug === org)?.role
  if (role === undefined) throw new AppError('not-found')
  const isReader = can(role, 'member:read')
  const here = await authorize(actor, org, isReader ? 'member:read' : 'organization:read')
  return { here, onlyOf: isReader ? null : (actor.userId ?? 'nobody') }
}
