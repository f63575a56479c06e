import type { Membership, Role } from '@/lib/model/actor'
import { forOrganizations, found, type Tx } from '../scope'

type Bare = { organizationId: string; slug: string; role: Role }

/** Who may act where, looked up before any tenant is set. */
export const members = (tx: Tx) => ({
  /** A person's live memberships; those past their end are not among them. */
  async of(userId: string, now: Date): Promise<Bare[]> {
    const rows = await tx.membership.findMany({
      where: { userId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      select: { organizationId: true, role: true, organization: { select: { slug: true } } },
    })
    return rows.map(({ organizationId, role, organization }) => ({ organizationId, role, slug: organization.slug }))
  },
  async organization(organizationId: string): Promise<Omit<Bare, 'role'>> {
    const { slug } = found(await tx.organizationDirectory.findUnique({ where: { organizationId } }))
    return { organizationId, slug }
  },
  async everywhere(): Promise<Bare[]> {
    const rows = await tx.organizationDirectory.findMany({ orderBy: { slug: 'asc' } })
    return rows.map(({ organizationId, slug }) => ({ organizationId, slug, role: 'admin' }))
  },
})

/** Gives memberships their organizations' names, each read inside the walls of those same organizations. */
export async function named(bare: readonly Bare[]): Promise<Membership[]> {
  const ids = bare.map((m) => m.organizationId)
  const rows = await forOrganizations(ids, (tx) =>
    tx.organization.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  )
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return bare
    .map((m) => ({ ...m, name: names.get(m.organizationId) ?? m.slug }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
