import { type Month, monthRange } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import { METRICS, type MetricId, type MetricOutcome, type Outcome, type Reading } from '@/lib/model/outcome'
import { caution } from './caution'
import { changeFrom } from './change'
import { METRICS_FORMULA } from './formula'
import { metricValue } from './metric-value'
import { ratio } from './ratio'
import { type RolloutWindow, readingMonth, rolloutWindow } from './rollout-window'

/** Months of live operation at which a metric is read. */
const READINGS_AFTER = [3, 6, 12] as const

type View = RolloutWindow & {
  /** Every month shown, without gaps. */
  months: Month[]
  row: (month: string) => MonthlyMetric[]
  before: MonthlyMetric[]
  since: MonthlyMetric[]
}

function viewOf(rows: readonly MonthlyMetric[], rollouts: readonly LayerRollout[]): View {
  const window = rolloutWindow(rollouts)
  const { baseline, goLive } = window
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  const held = [...byMonth.keys()].sort() as Month[]
  const from = baseline?.from ?? held[0]
  const to = held.at(-1)
  const months = from === undefined || to === undefined ? [] : monthRange(from, to)
  const row = (month: string) => {
    const found = byMonth.get(month)
    return found === undefined ? [] : [found]
  }
  return {
    ...window,
    months,
    row,
    before: baseline === null ? [] : monthRange(baseline.from, baseline.to).flatMap(row),
    since: goLive === null ? [] : months.filter((month) => month >= goLive).flatMap(row),
  }
}

function refusalOf({ baseline, goLive, before, since }: View): string | null {
  if (baseline === null) return 'No layer has begun its rollout, so there is no baseline to compare with.'
  if (before.length === 0) return `No month of the baseline (${baseline.from} to ${baseline.to}) holds data.`
  if (goLive === null) return 'No layer is live yet, so there is nothing to compare with the baseline.'
  if (since.length === 0) return `No month since go-live (${goLive}) holds data.`
  return null
}

function readingsOf(metric: MetricId, baseline: number | null, { goLive, row }: View): Reading[] {
  if (goLive === null) return []
  return READINGS_AFTER.map((after) => {
    const month = readingMonth(goLive, after)
    const { value, n } = metricValue(metric, row(month))
    return { after, month, value, n, ...changeFrom(metric, baseline, value) }
  })
}

function metricOutcome(metric: MetricId, view: View, refused: boolean): MetricOutcome {
  const baseline = metricValue(metric, view.before)
  const events = baseline.n + metricValue(metric, view.since).n
  return {
    metric,
    baseline,
    series: view.months.map((month) => {
      const { value, n } = metricValue(metric, view.row(month))
      return { month, value, n }
    }),
    readings: readingsOf(metric, baseline.value, view),
    caution: refused ? null : caution(metric, baseline.months, events),
  }
}

/**
 * Before and after one rollout, as an uncontrolled comparison: the six months before the first layer began against
 * the single months 3, 6 and 12 of live operation. Rows are one a month, in any order; a missing month stays a null
 * point. The series runs from the baseline's start (without one, the first month held) to the last month held.
 * `refusal` says why nothing can be compared. No interval and no p-value: one organization cannot carry them.
 */
export function outcome(rows: readonly MonthlyMetric[], rollouts: readonly LayerRollout[]): Outcome {
  const view = viewOf(rows, rollouts)
  const refusal = refusalOf(view)
  const inView = view.months.flatMap(view.row)
  const total = (of: (row: MonthlyMetric) => number) => inView.reduce((sum, row) => sum + of(row), 0)
  const incidents = total((row) => row.incidents ?? 0)
  return {
    formula: METRICS_FORMULA,
    baseline: view.baseline,
    goLive: view.goLive,
    refusal,
    metrics: METRICS.map((metric) => metricOutcome(metric, view, refusal !== null)),
    unknownOnsetShare: ratio(
      total((row) => row.unknownOnset),
      incidents,
    ),
    openShare: ratio(
      total((row) => row.open),
      incidents,
    ),
  }
}
