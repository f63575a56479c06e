import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import { monthText } from '@/lib/presentation/date'
import { METRIC_UNITS, metricAbsoluteText, metricName, metricText } from '@/lib/presentation/metric'
import { countText, decimalText, NOT_KNOWN, relativeChangeText } from '@/lib/presentation/number'
import { latestReading } from '@/lib/presentation/reading'
import { shareText } from '@/lib/presentation/score'
import type { Cell, Spread, SpreadBlock, TableBlock } from '../report'

/** Baseline and the readings of each metric, with n, as the outcomes page shows them. */
export const readingsTable = (outcome: Outcome): TableBlock => ({
  kind: 'table',
  caption: 'Readings of each metric',
  columns: [
    { label: 'Metric', width: 2.2 },
    { label: 'Baseline', width: 1.3, numeric: true },
    ...(outcome.metrics[0]?.readings ?? []).map(({ after, month }) => ({
      label: `Month ${after}, ${monthText(month)}`,
      width: 1.2,
      numeric: true,
    })),
    { label: 'Absolute change', width: 1.1, numeric: true },
    { label: 'Relative change', width: 1.1, numeric: true },
  ],
  rows: outcome.metrics.map(readingsRow),
  empty: 'There are no records to compare yet.',
})

function readingsRow(metric: MetricOutcome): Cell[] {
  const latest = latestReading(metric)
  const failures = metric.metric === 'passRate' ? (latest?.failureChange ?? null) : null
  return [
    { text: metricName(metric.metric), sub: metric.caution ?? `n counts ${METRIC_UNITS[metric.metric]}` },
    {
      text: metricText(metric.metric, metric.baseline.value),
      sub: `n = ${countText(metric.baseline.n)}, ${metric.baseline.months} of 6 months`,
    },
    ...metric.readings.map(({ value, n }) => ({
      text: metricText(metric.metric, value),
      sub: value === null ? 'no data' : `n = ${countText(n)}`,
    })),
    latest ? metricAbsoluteText(metric.metric, latest) : NOT_KNOWN,
    {
      text: latest ? relativeChangeText(latest.relativeChange) : NOT_KNOWN,
      ...(failures === null ? {} : { sub: `failures ${relativeChangeText(failures)}` }),
    },
  ]
}

const within = ({ series }: MetricOutcome, from: string, to: string | null): number[] =>
  series.flatMap(({ month, value }) => (value !== null && month >= from && (to === null || month <= to) ? [value] : []))

const spreadOf = (values: readonly number[], level: number | null): Spread =>
  values.length === 0 ? null : { from: Math.min(...values), to: Math.max(...values), level }

/** A month's value without its unit, which stands beside the drawing. */
const monthly = ({ metric }: MetricOutcome, value: number): string =>
  metric === 'passRate' ? shareText(value) : decimalText(value)

const UNITS = { incidents: 'a month', mttd: 'hours', mttr: 'hours', passRate: 'of controls assessed' } as const

/**
 * Lowest to highest month before and since go-live, with the baseline and the latest reading as strokes. This is what the
 * months were, no confidence interval: one organization carries none.
 */
export function monthSpreads(outcome: Outcome): SpreadBlock {
  const { baseline: window, goLive } = outcome
  return {
    kind: 'spreads',
    rows: outcome.metrics.map((metric) => {
      const before = window ? spreadOf(within(metric, window.from, window.to), metric.baseline.value) : null
      const reading = latestReading(metric)
      const after = goLive ? spreadOf(within(metric, goLive, null), reading?.value ?? null) : null
      const words = (spread: Spread): string =>
        spread === null ? 'no month known' : `${monthly(metric, spread.from)} to ${monthly(metric, spread.to)}`
      return {
        label: metricName(metric.metric),
        unit: UNITS[metric.metric],
        before,
        after,
        most: metric.metric === 'passRate' ? 1 : Math.max(before?.to ?? 0, after?.to ?? 0),
        text: `Before ${words(before)}; since go-live ${words(after)}`,
      }
    }),
  }
}
