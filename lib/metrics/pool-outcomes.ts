import { METRICS, type MetricId, type Outcome } from '@/lib/model/outcome'
import { type Change, changeFrom } from './change'
import { METRICS_FORMULA } from './formula'
import { ratio } from './ratio'

/** How the pooled figures are made, for the reader. Pooling by volume (each incident equal) gives other figures. */
const POOLING_METHOD =
  'Mean over organizations, each counting once, of those that hold both a baseline and the reading; the relative change is that of the two means.'

/** One metric over several organizations, in the metric's own unit. */
export type PooledMetric = Change & {
  metric: MetricId
  /** Organizations that hold both values; the rest are left out of both means. */
  n: number
  /** Null when `n` is 0. */
  baseline: number | null
  value: number | null
}

/** Several organizations before and after, `after` months into live operation. */
export type PooledOutcome = {
  formula: string
  method: string
  after: number
  /** Outcomes given, those without both values included. */
  organizations: number
  metrics: PooledMetric[]
}

function poolMetric(metric: MetricId, outcomes: readonly Outcome[], after: number): PooledMetric {
  const pairs = outcomes.flatMap((outcome) => {
    const found = outcome.metrics.find((each) => each.metric === metric)
    const before = found?.baseline.value ?? null
    const value = found?.readings.find((reading) => reading.after === after)?.value ?? null
    return before === null || value === null ? [] : [{ before, value }]
  })
  const mean = (of: (pair: { before: number; value: number }) => number) =>
    ratio(
      pairs.reduce((sum, pair) => sum + of(pair), 0),
      pairs.length,
    )
  const baseline = mean((pair) => pair.before)
  const value = mean((pair) => pair.value)
  return { metric, n: pairs.length, baseline, value, ...changeFrom(metric, baseline, value) }
}

/**
 * The mean of organizations' baselines against the mean of their readings `after` months (3, 6 or 12) into live
 * operation. Give one outcome an organization. An organization lacking either value counts in neither mean, so
 * the two means speak of the same organizations.
 */
export const poolOutcomes = (outcomes: readonly Outcome[], after = 12): PooledOutcome => ({
  formula: METRICS_FORMULA,
  method: POOLING_METHOD,
  after,
  organizations: outcomes.length,
  metrics: METRICS.map((metric) => poolMetric(metric, outcomes, after)),
})
