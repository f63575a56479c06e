import { noteMembershipUse } from '@/lib/db/repositories/membership-use'
import { withoutTenant } from '@/lib/db/scope'
import type { Actor, Membership } from '@/lib/model/actor'

const HOUR_MS = 3_600_000

/** Memberships whose use this process has written down; each request brings its own, so this holds within one request. */
const noted = new WeakSet<Membership>()

/**
 * Writes down that a person used a membership, at most once an hour, so that a review can tell what nobody needs any
 * more. Costs nothing in between; machines and the operator have no membership.
 */
export async function noteUse(actor: Actor, membership: Membership, now = new Date()): Promise<void> {
  const { userId } = actor
  if (actor.kind !== 'person' || userId === null || noted.has(membership)) return
  noted.add(membership)
  const before = new Date(now.getTime() - HOUR_MS)
  if (membership.lastUsedAt !== null && new Date(membership.lastUsedAt) > before) return
  await withoutTenant((tx) => noteMembershipUse(tx, { organizationId: membership.organizationId, userId, now, before }))
}
