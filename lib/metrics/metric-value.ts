import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { MetricId } from '@/lib/model/outcome'
import { ratio } from './ratio'

/** A metric over some months. `value`: incidents a month, hours, or a share 0..1. `n`: incidents, durations, controls. */
export type MetricValue = { value: number | null; n: number; months: number }

/** A metric's numerator and denominator in one month; a denominator of 0 is a month that holds nothing for it. */
const PARTS: Record<MetricId, (row: MonthlyMetric) => { sum: number; weight: number; n: number }> = {
  incidents: (row) => ({ sum: row.incidents ?? 0, weight: row.incidents === null ? 0 : 1, n: row.incidents ?? 0 }),
  mttd: ({ timeToDetect: t }) => ({ sum: (t.mean ?? 0) * t.n, weight: t.n, n: t.n }),
  mttr: ({ timeToResolve: t }) => ({ sum: (t.mean ?? 0) * t.n, weight: t.n, n: t.n }),
  passRate: (row) => ({ sum: row.controlsPassed, weight: row.controlsAssessed, n: row.controlsAssessed }),
}

/**
 * One metric over a set of months: incidents = mean of the months that hold incidents; MTTD and MTTR = mean over all
 * durations (each duration equal, not each month); pass rate = controls passed / assessed, summed first.
 * `months` counts the months that hold data; without any the value is null.
 */
export function metricValue(metric: MetricId, rows: readonly MonthlyMetric[]): MetricValue {
  const parts = rows.map(PARTS[metric]).filter((part) => part.weight > 0)
  const total = (key: 'sum' | 'weight' | 'n') => parts.reduce((sum, part) => sum + part[key], 0)
  return { value: ratio(total('sum'), total('weight')), n: total('n'), months: parts.length }
}
