import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** What waits for an administrator: notices not seen yet, and requests for a higher role without an answer. */
export type NoticeCounts = { unseen: number; waiting: number }

/** Asked on every page of an administrator: one round trip. Throws not-found, forbidden. */
export async function countNotices(actor: Actor, { org }: { org: string }, now = new Date()): Promise<NoticeCounts> {
  const { organizationId } = await authorize(actor, org, 'audit-log:read')
  const { userId } = actor
  if (userId === null) return { unseen: 0, waiting: 0 }
  return readOrganization(organizationId, async ({ notices, elevations }) => {
    const [unseen, waiting] = await Promise.all([notices.unseen(userId, now), elevations.waitingCount(now)])
    return { unseen, waiting }
  })
}
