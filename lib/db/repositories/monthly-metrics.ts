import { derivedId } from '@/lib/kernel/id'
import type { Month } from '@/lib/kernel/month'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { MonthlyMetric as MetricRow } from '../generated/client'
import type { Tx } from '../scope'
import { fromDay, toDay } from './calendar'

/** A month's row and whose it is: a deployment's, or with null the whole organization's. */
export type OwnedMonth = { deploymentId: string | null; metric: MonthlyMetric }

const firstDay = (month: string): Date => fromDay(`${month}-01`)

const toMonthlyMetric = (row: MetricRow): MonthlyMetric => ({
  month: toDay(row.month).slice(0, 7),
  formula: row.formula,
  incidents: row.incidents,
  unknownOnset: row.unknownOnset,
  open: row.open,
  timeToDetect: { n: row.detectN, median: row.detectMedian, mean: row.detectMean, p90: row.detectP90 },
  timeToResolve: { n: row.resolveN, median: row.resolveMedian, mean: row.resolveMean, p90: row.resolveP90 },
  audits: row.audits,
  controlsAssessed: row.controlsAssessed,
  controlsPassed: row.controlsPassed,
  controlsFailed: row.controlsFailed,
  controlsNotApplicable: row.controlsNotApplicable,
})

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
  /** Months that hold a record, oldest first; of one deployment, or with null of the whole organization. */
  async list(deploymentId: string | null): Promise<MonthlyMetric[]> {
    const where = { organizationId, deploymentId }
    return (await tx.monthlyMetric.findMany({ where, orderBy: { month: 'asc' } })).map(toMonthlyMetric)
  },
  /** Whether any record names a deployment. */
  async anyAttributed(): Promise<boolean> {
    const where = { organizationId, deploymentId: { not: null } }
    return (await tx.monthlyMetric.findFirst({ where, select: { id: true } })) !== null
  },
  /** Everything known of one month, of whomever, gives way to `rows`; without rows the month is gone. */
  async replace(month: Month, rows: readonly OwnedMonth[]): Promise<void> {
    await tx.monthlyMetric.deleteMany({ where: { organizationId, month: firstDay(month) } })
    if (rows.length > 0) await tx.monthlyMetric.createMany({ data: rows.map((row) => toRow(organizationId, row)) })
  },
})
