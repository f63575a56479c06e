import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { METRICS_FORMULA } from '@/lib/metrics/formula'
import type { DurationStats, MonthlyMetric } from '@/lib/model/monthly-metric'
import { listMonthlyMetrics } from '@/lib/services/list-monthly-metrics'
import { answering } from './answering'
import { figures, textTable } from './text-table'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), deployment: z.string().optional() })

/** `proofline metrics`: the monthly series, every figure with its n. */
export const register = (program: Command): Command =>
  answering(
    program
      .command('metrics')
      .description('the monthly series of an organization, every figure with its n')
      .requiredOption('--org <slug>', 'the organization')
      .option('--deployment <slug>', 'only the records of this deployment'),
    Options,
    ({ org, deployment }) =>
      withDatabase(async () => {
        const months = await listMonthlyMetrics(await operator(), { org, deployment })
        const json = { organization: org, deployment: deployment ?? null, formula: METRICS_FORMULA, months }
        return { json, text: tableOf(months) }
      }),
  )

const COLUMNS = figures('month', 'incidents', 'open', 'MTTD h (n)', 'MTTR h (n)', 'pass rate (n)')

const tableOf = (months: readonly MonthlyMetric[]): string =>
  months.length === 0 ? 'No month holds a record.' : textTable(COLUMNS, months.map(cellsOf))

/** A dash is "not known", which is not the same as 0. */
const cellsOf = (metric: MonthlyMetric): string[] => [
  metric.month,
  metric.incidents === null ? '–' : String(metric.incidents),
  metric.incidents === null ? '–' : String(metric.open),
  meanOf(metric.timeToDetect),
  meanOf(metric.timeToResolve),
  passRateOf(metric),
]

const meanOf = ({ mean, n }: DurationStats): string => (mean === null ? '–' : `${mean.toFixed(1)} (${n})`)

const passRateOf = ({ controlsAssessed, controlsPassed }: MonthlyMetric): string =>
  controlsAssessed === 0 ? '–' : `${((100 * controlsPassed) / controlsAssessed).toFixed(1)} % (${controlsAssessed})`
