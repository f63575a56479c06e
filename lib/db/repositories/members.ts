import type { Role } from '@/lib/model/actor'
import type { MemberSource } from '@/lib/model/member'
import { found, type Tx } from '../scope'
import { memberReader } from './member-list'
import { users } from './users'

/** A membership as it is held while it is decided about. */
export type HeldMembership = {
  userId: string
  email: string
  name: string
  role: Role
  expiresAt: Date | null
  source: MemberSource
  reviewedAt: Date | null
  elevatedUntil: Date | null
  scoped: boolean
}

export const memberRepository = (tx: Tx, organizationId: string) => {
  const at = (userId: string) => ({ organizationId_userId: { organizationId, userId } })
  return {
    ...memberReader(tx, organizationId),
    /**
     * Makes somebody a member in this role until then, whatever they were before; an elevation ends with it. Only an
     * auditor can be held to what they were let in for.
     */
    async put(
      userId: string,
      role: Role,
      expiresAt: Date | null = null,
      source: MemberSource = 'manual',
    ): Promise<void> {
      const scoped = role === 'auditor' ? {} : { scoped: false }
      const given = { role, expiresAt, source, elevatedRole: null, elevatedUntil: null, ...scoped }
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
    /** Whether somebody signs in with this address already, here or anywhere. */
    isKnown: async (email: string): Promise<boolean> => (await tx.user.count({ where: { email } })) > 0,
    /** The membership, which nobody else changes until the transaction ends. Throws not-found. */
    async hold(userId: string): Promise<HeldMembership> {
      const rows = await tx.$queryRaw<HeldMembership[]>`
        SELECT u.id::text AS "userId", u.email, u.name, m.role::text, m.expires_at AS "expiresAt", m.source,
          m.reviewed_at AS "reviewedAt", m.elevated_until AS "elevatedUntil", m.scoped
        FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.organization_id = ${organizationId}::uuid AND m.user_id = ${userId}::uuid FOR UPDATE OF m`
      return found(rows[0])
    },
    /**
     * Administrators by their own role, whose memberships nobody else changes until the transaction ends: two who remove
     * each other at once wait for one another here.
     */
    holdAdministrators: (): Promise<{ userId: string; expiresAt: Date | null }[]> => tx.$queryRaw`
      SELECT user_id::text AS "userId", expires_at AS "expiresAt" FROM memberships
      WHERE organization_id = ${organizationId}::uuid AND role = 'admin' ORDER BY user_id FOR UPDATE`,
    async remove(userId: string): Promise<void> {
      await tx.membership.delete({ where: at(userId) })
    },
    /** Whether a member sees only what they were let in for. */
    async scope(userId: string, scoped: boolean): Promise<void> {
      await tx.membership.update({ where: at(userId), data: { scoped } })
    },
    async review(userId: string, reviewedAt: Date): Promise<void> {
      await tx.membership.update({ where: at(userId), data: { reviewedAt } })
    },
    /** Raises the role that counts until then; null ends that. */
    async elevate(userId: string, elevated: { role: Role; until: Date } | null): Promise<void> {
      const data = { elevatedRole: elevated?.role ?? null, elevatedUntil: elevated?.until ?? null }
      await tx.membership.update({ where: at(userId), data })
    },
    /** Up to when an administrator has seen the notices; it never goes back. */
    async seeNotices(userId: string, until: Date): Promise<void> {
      const where = { organizationId, userId, OR: [{ noticesSeenAt: null }, { noticesSeenAt: { lt: until } }] }
      await tx.membership.updateMany({ where, data: { noticesSeenAt: until } })
    },
    /** Every organization the member belongs to, this one among them, by id. Throws not-found for no member of this one. */
    async placesOf(userId: string): Promise<{ organizationId: string; slug: string }[]> {
      const places = await tx.$queryRaw<{ organizationId: string; slug: string }[]>`
        SELECT m.organization_id::text AS "organizationId", d.slug
        FROM memberships m JOIN organization_directory d ON d.organization_id = m.organization_id
        WHERE m.user_id = ${userId}::uuid ORDER BY m.organization_id`
      found(places.find((place) => place.organizationId === organizationId))
      return places
    },
  }
}
