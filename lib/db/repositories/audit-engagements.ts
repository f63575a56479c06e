import { newId } from '@/lib/kernel/id'
import type { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import type { AuditEngagement as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, toDay, toInstantOrNull } from './calendar'

const toEngagement = (row: Row): AuditEngagement => ({
  id: row.id,
  userId: row.userId,
  name: row.name,
  frameworks: row.frameworks,
  deploymentIds: row.deploymentIds,
  period: { from: toDay(row.fromDay), to: toDay(row.toDay) },
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  endedAt: toInstantOrNull(row.endedAt),
  endedBy: row.endedBy,
})

type Ending = { by: string; at: Date }

/** What auditors were let in for. A grant is never changed; it is ended and another given. */
export const auditEngagementRepository = (tx: Tx, organizationId: string) => ({
  /** In the order they were given; of one member when one is named. */
  async list(userId?: string): Promise<AuditEngagement[]> {
    const where = { organizationId, userId }
    const rows = await tx.auditEngagement.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    return rows.map(toEngagement)
  },
  /** The same, of those that have not ended. */
  async running(userId: string): Promise<AuditEngagement[]> {
    return (await this.list(userId)).filter(({ endedAt }) => endedAt === null)
  },
  async get(id: string): Promise<AuditEngagement> {
    const where = { organizationId_id: { organizationId, id } }
    return toEngagement(found(await tx.auditEngagement.findUnique({ where })))
  },
  async create(given: AuditEngagementInput, { by, at }: Ending): Promise<AuditEngagement> {
    const { userId, name, frameworks, deploymentIds, period } = given
    const days = { fromDay: fromDay(period.from), toDay: fromDay(period.to) }
    const facts = { userId, name, frameworks, deploymentIds, ...days, createdBy: by, createdAt: at }
    const data = { organizationId, id: newId(), ...facts }
    return toEngagement(await tx.auditEngagement.create({ data }))
  },
  /** Ends it for good; one that has ended stays as it is. */
  async end(id: string, { by, at }: Ending): Promise<void> {
    const where = { organizationId, id, endedAt: null }
    await tx.auditEngagement.updateMany({ where, data: { endedAt: at, endedBy: by } })
  },
  /** Ends all that a member has, and says how many that were. */
  async endOf(userId: string, { by, at }: Ending): Promise<number> {
    const where = { organizationId, userId, endedAt: null }
    return (await tx.auditEngagement.updateMany({ where, data: { endedAt: at, endedBy: by } })).count
  },
})
