import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import { authorize } from './authorize'
import { endEngagements } from './end-engagements'
import { requireSomebodyElse } from './member-rules'
import { memberView } from './member-view'

type Input = { org: string; userId: string }

/**
 * Lets an auditor see the whole organization, and ends the grants that held them to less: the one act that widens what
 * they see. Throws not-found, forbidden (for oneself), and conflict for a member who sees all of it already.
 */
export async function openWholeOrganization(actor: Actor, input: Input, now = new Date()): Promise<Member> {
  const admitted = await authorize(actor, input.org, 'audit-engagement:write')
  const userId = parseId(input.userId)
  return forOrganization(admitted, async (store) => {
    const { email, name, scoped } = await store.members.hold(userId)
    requireSomebodyElse(actor, userId, 'opens the organization to')
    if (!scoped) throw new AppError('conflict', { detail: `${name} sees the whole organization already.` })
    await endEngagements(store, actor, userId, now)
    await store.members.scope(userId, false)
    await store.audit.append(actor, {
      action: 'member.opened-to-everything',
      subject: userId,
      detail: { email },
      before: { scoped: true },
      after: { scoped: false },
    })
    return store.members.get(userId, memberView(actor, admitted, now))
  })
}
