import { AppError } from '@/lib/kernel/app-error'
import type { Membership } from '@/lib/model/actor'
import type { Organization, OrganizationInput } from '@/lib/model/organization'
import type { OwnOrganization } from '@/lib/model/organization-change'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'
import { raiseRevision } from './revision'

type Row = Omit<Organization, 'createdAt'> & { createdAt: Date }

const toOrganization = ({ createdAt, ...facts }: Row): Organization => ({
  ...facts,
  createdAt: createdAt.toISOString(),
})

const COLUMNS = Prisma.sql`
  o.id::text, d.slug, o.name, o.sector::text, o.headcount, o.clouds, o.synthetic, o.created_at AS "createdAt"`

export const organizationReader = (tx: Reading, organizationId: string) => ({
  async get(): Promise<Organization> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS}
      FROM organizations o JOIN organization_directory d ON d.organization_id = o.id
      WHERE o.id = ${organizationId}::uuid`
    return toOrganization(found(rows[0]))
  },
})

export const organizationRepository = (tx: Tx, organizationId: string) => ({
  ...organizationReader(tx, organizationId),
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
    return organizationReader(tx, organizationId).get()
  },
  async update({ slug, ...facts }: OrganizationInput): Promise<Organization> {
    await tx.organization.update({ where: { id: organizationId }, data: facts })
    await raiseRevision(tx, organizationId)
    return organizationReader(tx, organizationId).get()
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
export async function organizationsOf(tx: Reading, memberships: readonly Membership[]): Promise<OwnOrganization[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM organizations o JOIN organization_directory d ON d.organization_id = o.id
    WHERE o.id = ANY (${memberships.map((m) => m.organizationId)}::uuid[])`
  const byId = new Map(rows.map((row) => [row.id, toOrganization(row)]))
  return memberships.map(({ organizationId, role }) => ({ ...found(byId.get(organizationId)), role }))
}
