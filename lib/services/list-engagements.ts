import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import { authorize } from './authorize'

type Input = { org: string; userId?: string }

/** What auditors were let in for, in the order it was given; whoever is held to their own sees no other. */
export async function listEngagements(actor: Actor, { org, userId }: Input): Promise<AuditEngagement[]> {
  const { organizationId, scoped } = await authorize(actor, org, 'audit-engagement:read')
  const own = actor.userId ?? undefined
  return forOrganization(organizationId, async ({ engagements }) => {
    const listed = await engagements.list(scoped ? own : userId)
    return userId === undefined ? listed : listed.filter((one) => one.userId === userId)
  })
}
