import type { RequestSight } from '@/lib/db/repositories/audit-requests'
import type { Store } from '@/lib/db/store'
import type { Actor, Membership } from '@/lib/model/actor'

/** Which requests somebody sees: an auditor who was let in for a scope those asked under grants of theirs that run. */
export async function requestSight(
  { engagements }: Store,
  { userId }: Pick<Actor, 'userId'>,
  { scoped }: Pick<Membership, 'scoped'>,
  now: Date,
): Promise<RequestSight> {
  if (!scoped) return { engagements: null, now }
  const running = userId === null ? [] : await engagements.running(userId)
  return { engagements: running.map(({ id }) => id), now }
}
