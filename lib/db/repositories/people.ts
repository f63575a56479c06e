import type { Entered, Membership } from '@/lib/model/actor'
import type { Reading } from '../read-scope'
import { enteredFacts, rulesOf } from './entered'

type Bare = Omit<Membership, 'name' | 'rules'> & { revision: number }

type Dated = Omit<Bare, 'elevatedUntil' | 'expiresAt' | 'lastUsedAt'> & {
  elevatedUntil: Date | null
  expiresAt: Date | null
  lastUsedAt: Date | null
}

/** Who may act where, looked up before any tenant is set. */
export const members = (tx: Reading) => ({
  /** A person's live memberships; those past their end are not among them, and an elevation past its end does nothing. */
  async of(userId: string, now: Date): Promise<Bare[]> {
    const at = now.toISOString()
    const rows = await tx.$queryRaw<Dated[]>`
      SELECT m.organization_id::text AS "organizationId", d.slug, d.revision, m.role::text AS "ownRole",
        CASE WHEN m.elevated_until > ${at}::timestamptz THEN m.elevated_role ELSE m.role END::text AS role,
        CASE WHEN m.elevated_until > ${at}::timestamptz THEN m.elevated_until END AS "elevatedUntil",
        m.expires_at AS "expiresAt", m.last_used_at AS "lastUsedAt"
      FROM memberships m JOIN organization_directory d ON d.organization_id = m.organization_id
      WHERE m.user_id = ${userId}::uuid AND (m.expires_at IS NULL OR m.expires_at > ${at}::timestamptz)`
    return rows.map((row) => ({
      ...row,
      elevatedUntil: row.elevatedUntil?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }))
  },
  everywhere: (): Promise<Bare[]> => tx.$queryRaw<Bare[]>`
    SELECT organization_id::text AS "organizationId", slug, revision, 'admin' AS role, 'admin' AS "ownRole",
      NULL AS "elevatedUntil", NULL AS "expiresAt", NULL AS "lastUsedAt"
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
