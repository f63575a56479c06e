import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import { authorize } from './authorize'

type Input = { org: string; id: string }

/**
 * Ends what an auditor was let in for, from the next request on. It never widens anything: an auditor whose last grant
 * ended sees an empty desk. Throws not-found, and conflict for one that has ended.
 */
export async function endEngagement(actor: Actor, { org, id }: Input, now = new Date()): Promise<AuditEngagement> {
  const admitted = await authorize(actor, org, 'audit-engagement:write')
  return forOrganization(admitted, async ({ engagements, audit }) => {
    const before = await engagements.get(parseId(id))
    if (before.endedAt !== null) throw new AppError('conflict', { detail: 'This grant has ended already.' })
    await engagements.end(before.id, { by: actor.name, at: now })
    const after = await engagements.get(before.id)
    const { userId, name } = before
    await audit.append(actor, {
      action: 'audit-engagement.ended',
      subject: id,
      detail: { userId, name },
      before,
      after,
    })
    return after
  })
}
