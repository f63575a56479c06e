import type { Role } from '@/lib/model/actor'
import type { Tx } from '../scope'
import { users } from './users'

export const memberRepository = (tx: Tx, organizationId: string) => {
  const at = (userId: string) => ({ organizationId_userId: { organizationId, userId } })
  return {
    /** Makes somebody a member in this role until then, whatever they were before; an elevation ends with it. */
    async put(userId: string, role: Role, expiresAt: Date | null = null): Promise<void> {
      const given = { role, expiresAt, elevatedRole: null, elevatedUntil: null }
      await tx.membership.upsert({ where: at(userId), create: { organizationId, userId, ...given }, update: given })
    },
    /** The person with this address, made when there is none, and their role here; null when they are no member. */
    async person(
      email: string,
      name: string,
    ): Promise<{ userId: string; email: string; name: string; role: Role | null }> {
      const person = await users(tx).put(email, name)
      const membership = await tx.membership.findUnique({ where: at(person.id), select: { role: true } })
      return { userId: person.id, email: person.email, name: person.name, role: membership?.role ?? null }
    },
  }
}
