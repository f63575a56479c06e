import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Role } from '@/lib/model/actor'
import type { GroupRole, GroupRoleInput } from '@/lib/model/group-role'
import { type Reading, readOrganizations, readWithoutTenant } from '../read-scope'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'

const COLUMNS = { id: true, provider: true, group: true, role: true } as const

/** What groups of identity providers are worth in an organization. */
export const groupRoleRepository = (tx: Tx, organizationId: string) => ({
  list: (): Promise<GroupRole[]> =>
    tx.groupRole.findMany({
      where: { organizationId },
      select: COLUMNS,
      orderBy: [{ provider: 'asc' }, { group: 'asc' }],
    }),
  /** Throws `conflict` when the group has a role already. */
  async add(input: GroupRoleInput): Promise<GroupRole> {
    try {
      return await tx.groupRole.create({ data: { organizationId, id: newId(), ...input }, select: COLUMNS })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw new AppError('conflict', { detail: `The group "${input.group}" has a role already.`, cause: error })
    }
  },
  async remove(id: string): Promise<GroupRole> {
    const [row] = await tx.groupRole.findMany({ where: { organizationId, id }, select: COLUMNS })
    await tx.groupRole.deleteMany({ where: { organizationId, id } })
    return found(row)
  },
})

/** What an organization says a group of a provider is worth. */
type Mapping = { organizationId: string; provider: string; group: string; role: Role }

/**
 * What all organizations say about a provider, and what those in `also` say about any. Read across organizations because
 * nobody is a member of one yet; only roles of whoever signs in are made of it.
 */
export async function groupMappings(provider: string, also: readonly string[]): Promise<Mapping[]> {
  const rows = await readWithoutTenant(
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT organization_id::text AS id FROM organization_directory`,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  return readOrganizations(
    ids,
    (tx) => tx.$queryRaw<Mapping[]>`
      SELECT organization_id::text AS "organizationId", provider, "group", role::text AS role
      FROM group_roles
      WHERE organization_id = ANY (${ids}::uuid[])
        AND (provider = ${provider} OR organization_id = ANY (${[...also]}::uuid[]))`,
  )
}

/** Every membership somebody has, those past their end too. */
export const heldMemberships = (
  tx: Reading,
  userId: string,
): Promise<{ organizationId: string; role: Role; source: string }[]> => tx.$queryRaw`
  SELECT organization_id::text AS "organizationId", role::text AS role, source
  FROM memberships WHERE user_id = ${userId}::uuid`

/**
 * Gives, changes or takes a membership that follows groups; an elevation ends with the role it was made on. An auditor who
 * comes back while what they were let in for still runs is held to that as before.
 */
export async function putGivenMembership(
  tx: Tx,
  { organizationId, userId }: { organizationId: string; userId: string },
  given: { role: Role; expiresAt: Date | null; source: string } | null,
): Promise<void> {
  const at = { organizationId, userId }
  if (given === null) {
    await tx.membership.deleteMany({ where: { ...at, source: 'single-sign-on' } })
    return
  }
  const running = { organizationId, userId, endedAt: null }
  if (given.role !== 'auditor') {
    await tx.auditEngagement.updateMany({ where: running, data: { endedAt: new Date(), endedBy: given.source } })
  }
  const held = (await tx.auditEngagement.count({ where: running })) > 0
  const data = {
    ...given,
    elevatedRole: null,
    elevatedUntil: null,
    ...(given.role === 'auditor' && !held ? {} : { scoped: held }),
  }
  await tx.membership.upsert({ where: { organizationId_userId: at }, create: { ...at, ...data }, update: data })
}
