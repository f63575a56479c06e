import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { endEngagements } from './end-engagements'
import { keepAnAdministrator, requireSomebodyElse } from './member-rules'

type Input = { org: string; userId: string }

/**
 * Ends a membership from the next request on. The person, and whatever other organizations they belong to, stay. Throws
 * not-found, forbidden (for oneself), conflict for the last administrator.
 */
export async function removeMember(actor: Actor, input: Input, now = new Date()): Promise<void> {
  const here = await authorize(actor, input.org, 'member:write')
  const userId = parseId(input.userId)
  await forOrganization(here, async (store) => {
    const { members, elevations, audit } = store
    const administrators = await members.holdAdministrators()
    const { email, role, expiresAt, source } = await members.hold(userId)
    requireSomebodyElse(actor, userId, 'removes')
    keepAnAdministrator(administrators, userId, null, now)
    await elevations.closeOf(userId, actor.name, now)
    await endEngagements(store, actor, userId, now)
    await members.remove(userId)
    const before = { role, expiresAt: expiresAt?.toISOString() ?? null }
    const detail = { email, source, before, after: null }
    await audit.append(actor, { action: 'member.removed', subject: userId, detail, before })
  })
}
