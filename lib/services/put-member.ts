import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Role } from '@/lib/model/actor'
import { Email } from '@/lib/model/email'
import { authorize } from './authorize'
import { endEngagements } from './end-engagements'
import { endOf, keepAnAdministrator, requireSomebodyElse } from './member-rules'

type Input = { org: string; email: string; name: string; role: Role; expiresAt?: string | null }
type Put = { userId: string; email: string; name: string; role: Role }

const AUDITOR_DAYS = 90

/** Auditors are always time-boxed; whoever names no date gets a quarter. */
const defaultEnd = (role: Role, now: Date): string | null =>
  role === 'auditor' ? new Date(now.getTime() + AUDITOR_DAYS * 86_400_000).toISOString() : null

function addressOf(email: string): string {
  const parsed = Email.safeParse(email)
  if (parsed.success) return parsed.data
  const reason = parsed.error.issues[0]?.message ?? 'is not an e-mail address'
  throw new AppError('invalid', { detail: `email: ${reason}`, problems: [{ field: 'email', reason }] })
}

/**
 * Makes the person with this address a member with this role, whatever they were before; a person not known yet is
 * made. A member who already has the role stays untouched. Throws not-found, forbidden unless the actor is admin,
 * invalid, conflict for the last administrator.
 */
export async function putMember(actor: Actor, input: Input, now = new Date()): Promise<Put> {
  const here = await authorize(actor, input.org, 'member:write')
  const { name, role } = input
  const email = addressOf(input.email)
  const expiresAt = endOf(role, input.expiresAt ?? defaultEnd(role, now), now)
  return forOrganization(here, async (store) => {
    const { members, elevations, audit } = store
    const administrators = await members.holdAdministrators()
    const person = await members.person(email, name)
    if (person.role !== role) {
      requireSomebodyElse(actor, person.userId, 'changes the role of')
      keepAnAdministrator(administrators, person.userId, { role, expiresAt }, now)
      await members.put(person.userId, role, expiresAt)
      await elevations.closeOf(person.userId, actor.name, now)
      if (role !== 'auditor') await endEngagements(store, actor, person.userId, now)
      const before = person.role === null ? null : { role: person.role }
      const after = { role, expiresAt: expiresAt?.toISOString() ?? null }
      await audit.append(actor, {
        action: before === null ? 'member.added' : 'member.changed',
        subject: person.userId,
        detail: { email: person.email, before, after },
        before,
        after,
      })
    }
    return { ...person, role }
  })
}
