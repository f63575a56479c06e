import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Member, MemberChange } from '@/lib/model/member'
import { authorize } from './authorize'
import { endEngagements } from './end-engagements'
import { endOf, keepAnAdministrator, requireSomebodyElse } from './member-rules'
import { memberView } from './member-view'

type Input = { org: string; userId: string; change: MemberChange }

const FROM_PROVIDER =
  'A group of the identity provider gives this role, and would give it again at the next sign-in. Change the group, or ' +
  'which role it gives.'

/**
 * Gives a member another role or end date from the next request on; it counts as a review, and a raised role ends with
 * it. Throws not-found, forbidden (for oneself), invalid (the end date), conflict for the last administrator and for a
 * role that single sign-on gives.
 */
export async function changeMember(actor: Actor, input: Input, now = new Date()): Promise<Member> {
  const here = await authorize(actor, input.org, 'member:write')
  const [userId, { change }] = [parseId(input.userId), input]
  return forOrganization(here, async (store) => {
    const { members, elevations, audit } = store
    const administrators = await members.holdAdministrators()
    const held = await members.hold(userId)
    requireSomebodyElse(actor, userId, 'changes the role or the end date of')
    if (held.source === 'single-sign-on') throw new AppError('conflict', { detail: FROM_PROVIDER })
    const role = change.role ?? held.role
    const before = { role: held.role, expiresAt: held.expiresAt?.toISOString() ?? null }
    const expiresAt = endOf(role, change.expiresAt === undefined ? before.expiresAt : change.expiresAt, now)
    keepAnAdministrator(administrators, userId, { role, expiresAt }, now)
    await members.put(userId, role, expiresAt)
    await members.review(userId, now)
    await elevations.closeOf(userId, actor.name, now)
    if (role !== 'auditor') await endEngagements(store, actor, userId, now)
    const after = { role, expiresAt: expiresAt?.toISOString() ?? null }
    const detail = { email: held.email, before, after }
    await audit.append(actor, { action: 'member.changed', subject: userId, detail, before, after })
    return members.get(userId, memberView(actor, here, now))
  })
}
