import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Notice } from '@/lib/model/notice'
import { authorize } from './authorize'

/** What administrators should know of the last 90 days, newest first, at most a hundred. Throws not-found, forbidden. */
export async function listNotices(actor: Actor, { org }: { org: string }, now = new Date()): Promise<Notice[]> {
  const { organizationId } = await authorize(actor, org, 'audit-log:read')
  return readOrganization(organizationId, ({ notices }) => notices.list(actor.userId, now))
}
