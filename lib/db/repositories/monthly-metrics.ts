import { derivedId } from '@/lib/kernel/id'
import type { Month } from '@/lib/kernel/month'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { MonthlyMetric as MetricRow } from '../generated/client'
import type { Tx } from '../scope'
import { fromDay } from './calendar'
import { monthReader } from './months'

/** A month's row and whose it is: a deployment's, or with null the whole organization's. */
export type OwnedMonth = { deploymentId: string | null; metric: MonthlyMetric }

const firstDay = (month: string): Date => fromDay(`${month}-01`)

const toRow = (organizationId: string, { deploymentId, metric }: OwnedMonth): MetricRow => {
  const { month, timeToDetect: detect, timeToResolve: resolve, ...counts } = metric
  return {
    organizationId,
    id: derivedId(organizationId, deploymentId ?? 'all', month),
    deploymentId,
    month: firstDay(month),
    ...counts,
    detectN: detect.n,
    detectMedian: detect.median,
    detectMean: detect.mean,
    detectP90: detect.p90,
    resolveN: resolve.n,
    resolveMedian: resolve.median,
    resolveMean: resolve.mean,
    resolveP90: resolve.p90,
  }
}

export const monthlyMetricRepository = (tx: Tx, organizationId: string) => ({
  ...monthReader(tx, organizationId),
  /** Everything known of one month, of whomever, gives way to `rows`; without rows the month is gone. */
  async replace(month: Month, rows: readonly OwnedMonth[]): Promise<void> {
    await tx.monthlyMetric.deleteMany({ where: { organizationId, month: firstDay(month) } })
    if (rows.length > 0) await tx.monthlyMetric.createMany({ data: rows.map((row) => toRow(organizationId, row)) })
  },
})
