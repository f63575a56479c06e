import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import { authorize } from './authorize'

/** One grant. Throws not-found, also for somebody else's where whoever asks is held to their own. */
export async function getEngagement(actor: Actor, { org, id }: { org: string; id: string }): Promise<AuditEngagement> {
  const { organizationId, scoped } = await authorize(actor, org, 'audit-engagement:read')
  return forOrganization(organizationId, async ({ engagements }) => {
    const found = await engagements.get(parseId(id))
    if (scoped && found.userId !== actor.userId) throw new AppError('not-found')
    return found
  })
}
