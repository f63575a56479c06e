import { AppError } from '@/lib/kernel/app-error'
import type { Membership } from '@/lib/model/actor'
import type { Cloud, Organization, OrganizationInput } from '@/lib/model/organization'
import type { OwnOrganization } from '@/lib/model/organization-change'
import type { Organization as OrganizationRow } from '../generated/client'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'

const withSlug = { directory: { select: { slug: true } } } as const
type Row = OrganizationRow & { directory: { slug: string } | null }

const toOrganization = (row: Row): Organization => ({
  id: row.id,
  slug: found(row.directory).slug,
  name: row.name,
  sector: row.sector,
  headcount: row.headcount,
  clouds: row.clouds as Cloud[],
  synthetic: row.synthetic,
  createdAt: row.createdAt.toISOString(),
})

export const organizationRepository = (tx: Tx, organizationId: string) => ({
  async get(): Promise<Organization> {
    const row = await tx.organization.findUnique({ where: { id: organizationId }, include: withSlug })
    return toOrganization(found(row))
  },
  /** Throws `conflict` when the slug is taken; the slug's owner stays unnamed. */
  async create({ slug, ...facts }: OrganizationInput & { synthetic: boolean }): Promise<Organization> {
    try {
      await tx.organization.create({ data: { id: organizationId, ...facts } })
      await tx.organizationDirectory.create({ data: { organizationId, slug } })
    } catch (error) {
      if (isUniqueViolation(error))
        throw new AppError('conflict', { detail: `The name "${slug}" is taken.`, cause: error })
      throw error
    }
    return this.get()
  },
  async update({ slug, ...facts }: OrganizationInput): Promise<Organization> {
    await tx.organization.update({ where: { id: organizationId }, data: facts })
    return this.get()
  },
  /**
   * Holds the organization's row until the transaction ends, so that two imports cannot recompute the same month from
   * half of each other. Readers and foreign keys are not held up.
   */
  async lock(): Promise<void> {
    await tx.$queryRaw`SELECT id FROM organizations WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`
  },
})

/** The organizations of these memberships, in their order. The transaction has to name them all. */
export async function organizationsOf(tx: Tx, memberships: readonly Membership[]): Promise<OwnOrganization[]> {
  const where = { id: { in: memberships.map((m) => m.organizationId) } }
  const rows = await tx.organization.findMany({ where, include: withSlug })
  const byId = new Map(rows.map((row) => [row.id, toOrganization(row)]))
  return memberships.map(({ organizationId, role }) => ({ ...found(byId.get(organizationId)), role }))
}
