import { addMonths, type Month } from '@/lib/kernel/month'
import type { ComplianceAudit } from '@/lib/model/compliance-audit'
import type { AuditFilter } from '@/lib/model/incident-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import type { ComplianceAudit as AuditRow, Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { fromDay, toDay } from './calendar'
import { type Place, recordPage } from './record-page'

type Narrowing = Omit<AuditFilter, 'deployment'> & { deploymentId?: string }

const toAudit = ({ organizationId: _, ...row }: AuditRow): ComplianceAudit => ({
  ...row,
  auditedOn: toDay(row.auditedOn),
})

const within = (month: string) => ({ gte: fromDay(`${month}-01`), lt: fromDay(`${addMonths(month as Month, 1)}-01`) })

function following(after: Place | null): Prisma.ComplianceAuditWhereInput[] {
  if (after === null) return []
  const auditedOn = new Date(after.at)
  return [{ auditedOn: { lte: auditedOn } }, { OR: [{ auditedOn: { lt: auditedOn } }, { id: { gt: after.id } }] }]
}

export const complianceAuditRepository = (tx: Tx, organizationId: string) => ({
  /** Latest day first. */
  page: ({ framework, source, deploymentId, month }: Narrowing, request: PageRequest): Promise<Page<ComplianceAudit>> =>
    recordPage(
      {
        list: 'audits',
        organizationId,
        placeOf: ({ auditedOn, id }) => ({ at: fromDay(auditedOn).toISOString(), id }),
        rows: async (after, take) => {
          const narrowed = { framework, source, deploymentId, ...(month ? { auditedOn: within(month) } : {}) }
          const rows = await tx.complianceAudit.findMany({
            where: { organizationId, AND: [narrowed, ...following(after)] },
            orderBy: [{ auditedOn: 'desc' }, { id: 'asc' }],
            take,
          })
          return rows.map(toAudit)
        },
      },
      request,
    ),
  /** Every audit of a month. Audits come by the handful; a month of them fits in memory. */
  async ofMonth(month: Month): Promise<ComplianceAudit[]> {
    const rows = await tx.complianceAudit.findMany({ where: { organizationId, auditedOn: within(month) } })
    return rows.map(toAudit)
  },
})
