import type { Membership, Role } from '@/lib/model/actor'
import { type Reading, readOrganizations } from '../read-scope'

type Bare = { organizationId: string; slug: string; role: Role }

/** Who may act where, looked up before any tenant is set. */
export const members = (tx: Reading) => ({
  /** A person's live memberships; those past their end are not among them. */
  of: (userId: string, now: Date): Promise<Bare[]> => tx.$queryRaw<Bare[]>`
    SELECT m.organization_id::text AS "organizationId", d.slug, m.role::text
    FROM memberships m JOIN organization_directory d ON d.organization_id = m.organization_id
    WHERE m.user_id = ${userId}::uuid AND (m.expires_at IS NULL OR m.expires_at > ${now.toISOString()}::timestamptz)`,
  everywhere: (): Promise<Bare[]> => tx.$queryRaw<Bare[]>`
    SELECT organization_id::text AS "organizationId", slug, 'admin' AS role FROM organization_directory ORDER BY slug`,
})

/** An organization as a membership names it, from inside its own walls; null when it is gone. */
export async function organizationNamed(tx: Reading, id: string): Promise<Omit<Membership, 'role'> | null> {
  const [row] = await tx.$queryRaw<Omit<Membership, 'role'>[]>`
    SELECT o.id::text AS "organizationId", d.slug, o.name
    FROM organizations o JOIN organization_directory d ON d.organization_id = o.id WHERE o.id = ${id}::uuid`
  return row ?? null
}

/** Gives memberships their organizations' names, each read inside the walls of those same organizations. */
export async function named(bare: readonly Bare[]): Promise<Membership[]> {
  if (bare.length === 0) return []
  const ids = bare.map((m) => m.organizationId)
  const rows = await readOrganizations(
    ids,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT id::text, name FROM organizations WHERE id = ANY (${ids}::uuid[])`,
  )
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return bare
    .map((m) => ({ ...m, name: names.get(m.organizationId) ?? m.slug }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
