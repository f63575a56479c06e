import { authorize } from '@/lib/access/authorize'
import { forOrganization } from '@/lib/db/store'
import type { Actor, Role } from '@/lib/model/actor'

type Input = { org: string; email: string; name: string; role: Role }
export type Member = { userId: string; email: string; name: string; role: Role }

/**
 * Makes the person with this address a member with this role, whatever they were before; a person not known yet is
 * made. A member who already has the role stays untouched. Throws not-found, forbidden unless the actor is admin.
 */
export async function putMember(actor: Actor, { org, email, name, role }: Input): Promise<Member> {
  const { organizationId } = authorize(actor, org, 'organization:update')
  return forOrganization(organizationId, async ({ members, audit }) => {
    const person = await members.person(email, name)
    if (person.role !== role) {
      await members.put(person.userId, role)
      await audit.append(actor, {
        action: person.role === null ? 'member.added' : 'member.changed',
        subject: person.userId,
        detail: { email: person.email, before: person.role, after: role },
      })
    }
    return { ...person, role }
  })
}
