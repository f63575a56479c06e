import type { Entered, Membership } from '@/lib/model/actor'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { enteredFacts, rulesOf } from './entered'

/** A membership before it is known what its organization is called and asks for. */
export type Bare = Omit<Membership, 'name' | 'rules'> & { revision: number }

const instant = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A person's live memberships as JSON: those past their end are not among them, and an elevation past its end does nothing. */
export const membershipsOf = (userId: Prisma.Sql, at: string): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
      'organizationId', m.organization_id, 'slug', d.slug, 'revision', d.revision, 'ownRole', m.role, 'scoped', m.scoped,
      'role', CASE WHEN m.elevated_until > ${at}::timestamptz THEN m.elevated_role ELSE m.role END,
      'elevatedUntil', CASE WHEN m.elevated_until > ${at}::timestamptz THEN ${instant(Prisma.sql`m.elevated_until`)} END,
      'expiresAt', ${instant(Prisma.sql`m.expires_at`)}, 'lastUsedAt', ${instant(Prisma.sql`m.last_used_at`)})), '[]')
    FROM memberships m JOIN organization_directory d ON d.organization_id = m.organization_id
    WHERE m.user_id = ${userId} AND (m.expires_at IS NULL OR m.expires_at > ${at}::timestamptz))`

/** Who may act where, looked up before any tenant is set. */
export const members = (tx: Reading) => ({
  async of(userId: string, now: Date): Promise<Bare[]> {
    const [row] = await tx.$queryRaw<{ memberships: Bare[] }[]>`
      SELECT ${membershipsOf(Prisma.sql`${userId}::uuid`, now.toISOString())} AS memberships`
    return row?.memberships ?? []
  },
  everywhere: (): Promise<Bare[]> => tx.$queryRaw<Bare[]>`
    SELECT organization_id::text AS "organizationId", slug, revision, 'admin' AS role, 'admin' AS "ownRole",
      NULL AS "elevatedUntil", NULL AS "expiresAt", NULL AS "lastUsedAt", false AS scoped
    FROM organization_directory ORDER BY slug`,
})

/** An organization as a membership names it, from inside its own walls; null when it is gone. */
export async function organizationNamed(tx: Reading, id: string): Promise<Entered | null> {
  const [row] = await tx.$queryRaw<{ organizationId: string; slug: string; name: string; rules: object }[]>`
    SELECT o.id::text AS "organizationId", d.slug, o.name, o.access_rules AS rules
    FROM organizations o JOIN organization_directory d ON d.organization_id = o.id WHERE o.id = ${id}::uuid`
  return row ? { ...row, rules: rulesOf(row.rules) } : null
}

/** Gives memberships what their organizations are called and ask for. */
export async function named(bare: readonly Bare[]): Promise<Membership[]> {
  const facts = await enteredFacts(bare)
  return bare
    .flatMap(({ revision: _, ...membership }) => {
      const organization = facts.get(membership.organizationId)
      return organization ? [{ ...membership, name: organization.name, rules: organization.rules }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
