import type { FindingSeverity } from '@/lib/model/finding-severity'
import type { Tx } from '../scope'

export const findingRepository = (tx: Tx, organizationId: string) => ({
  /** The severities the organization set for checks, by check. */
  async severitiesSet(): Promise<ReadonlyMap<string, FindingSeverity>> {
    const rows = await tx.checkSetting.findMany({ where: { organizationId, severity: { not: null } } })
    return new Map(rows.flatMap(({ checkId, severity }) => (severity ? [[checkId, severity] as const] : [])))
  },
})
