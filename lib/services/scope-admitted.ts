import { withinEngagement } from '@/lib/access/within-engagement'
import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Membership } from '@/lib/model/actor'
import type { AuditScope } from '@/lib/model/audit-scope'

/**
 * Under which grant somebody may look at a scope: null for a member who is not held to any. Throws forbidden for an
 * auditor none of whose grants that run holds all of it. Ask it in the transaction that reads what the scope shows.
 */
export async function scopeAdmitted(
  { engagements }: Pick<Store, 'engagements'>,
  { actor, membership }: { actor: Pick<Actor, 'userId'>; membership: Pick<Membership, 'scoped'> },
  scope: AuditScope,
  now = new Date(),
): Promise<string | null> {
  if (!membership.scoped) return null
  const running = actor.userId === null ? [] : await engagements.running(actor.userId)
  const grant = withinEngagement(running, scope, now.getTime())
  if (!grant) throw new AppError('forbidden', { detail: 'That is not part of the audit you were let in for.' })
  return grant.id
}
