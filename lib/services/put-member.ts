import { forOrganization } from '@/lib/db/store'
import type { Actor, Role } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; email: string; name: string; role: Role; expiresAt?: string | null }
export type Member = { userId: string; email: string; name: string; role: Role }

const AUDITOR_DAYS = 90

/** Auditors are always time-boxed; whoever names no date gets a quarter. */
const defaultEnd = (role: Role): Date | null =>
  role === 'auditor' ? new Date(Date.now() + AUDITOR_DAYS * 86_400_000) : null

/**
 * Makes the person with this address a member with this role, whatever they were before; a person not known yet is
 * made. A member who already has the role stays untouched. Throws not-found, forbidden unless the actor is admin.
 */
export async function putMember(actor: Actor, { org, email, name, role, expiresAt = null }: Input): Promise<Member> {
  const { organizationId } = await authorize(actor, org, 'organization:update')
  return forOrganization(organizationId, async ({ members, audit }) => {
    const person = await members.person(email, name)
    if (person.role !== role) {
      await members.put(person.userId, role, expiresAt ? new Date(expiresAt) : defaultEnd(role))
      await audit.append(actor, {
        action: person.role === null ? 'member.added' : 'member.changed',
        subject: person.userId,
        detail: { email: person.email, before: person.role, after: role },
      })
    }
    return { ...person, role }
  })
}
