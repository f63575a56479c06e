import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Invitation, Member } from '@/lib/model/member'
import { authorize } from './authorize'
import { endOf } from './member-rules'
import { memberView } from './member-view'

type Input = { org: string; invitation: Invitation }

const KNOWN =
  'Somebody signs in with this address already, through another organization. Whoever holds that account would enter ' +
  'yours: ask them, then confirm that it is the same person.'

/**
 * Makes somebody a member; a person not known yet is made. Whoever holds the account of a known address gets in by it, so
 * that has to be confirmed. Throws not-found, forbidden, invalid (the end date), conflict for a member.
 */
export async function inviteMember(actor: Actor, { org, invitation }: Input, now = new Date()): Promise<Member> {
  const here = await authorize(actor, org, 'member:write')
  const { email, name, role, isKnownPerson } = invitation
  const expiresAt = endOf(role, invitation.expiresAt, now)
  return forOrganization(here, async ({ members, audit }) => {
    const isKnown = await members.isKnown(email)
    const person = await members.person(email, name)
    if (person.role !== null) {
      const reason = `belongs to a member already (${person.role})`
      throw new AppError('conflict', { detail: `email: ${reason}`, problems: [{ field: 'email', reason }] })
    }
    if (isKnown && !isKnownPerson) {
      throw new AppError('conflict', { detail: KNOWN, problems: [{ field: 'isKnownPerson', reason: KNOWN }] })
    }
    await members.put(person.userId, role, expiresAt)
    const after = { role, expiresAt: expiresAt?.toISOString() ?? null }
    await audit.append(actor, {
      action: 'member.added',
      subject: person.userId,
      detail: { email: person.email, before: null, after },
      after,
    })
    return members.get(person.userId, memberView(actor, here, now))
  })
}
