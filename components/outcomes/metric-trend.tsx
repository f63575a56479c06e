import type { ReactNode } from 'react'
import { TrendChart } from '@/components/charts/trend-chart'
import type { LayerRollout } from '@/lib/model/deployment'
import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import { metricChangeText, metricName, metricText } from '@/lib/presentation/metric'
import { outcomeTrend } from '@/lib/presentation/outcome-trend'
import { latestReading } from '@/lib/presentation/reading'

type Props = { metric: MetricOutcome; outcome: Outcome; rollouts: readonly LayerRollout[]; how: ReactNode }

/** One metric over time with its baseline, the layers' go-lives and the three readings. */
export function MetricTrend({ metric, outcome, rollouts, how }: Props) {
  const name = metricName(metric.metric)
  const reading = latestReading(metric)
  const summary = reading
    ? `${name}: ${metricText(metric.metric, metric.baseline.value)} in the baseline, ${metricText(metric.metric, reading.value)} at month ${reading.after}, ${metricChangeText(metric.metric, reading)}.`
    : `${name} by month. ${outcome.refusal ?? metric.caution ?? 'No reading yet.'}`
  return (
    <TrendChart
      {...outcomeTrend(metric, outcome, rollouts)}
      title={name}
      note={metric.caution ?? undefined}
      after={how}
      fileName={`${metric.metric}-by-month`}
      summary={summary}
      valueLabel={name}
      height={280}
    />
  )
}
