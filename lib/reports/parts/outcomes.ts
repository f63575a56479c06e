import type { LayerRollout } from '@/lib/model/deployment'
import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import { isBetter, METRIC_UNITS, metricChangeText, metricName, metricText } from '@/lib/presentation/metric'
import { countText } from '@/lib/presentation/number'
import { outcomeTrend } from '@/lib/presentation/outcome-trend'
import { latestReading } from '@/lib/presentation/reading'
import { recordsBehind } from '@/lib/presentation/records-behind'
import type { Block, Figure, FiguresBlock, TrendBlock } from '../report'

/** What one organization's before and after can and cannot say; the outcomes page says the same. */
export const COMPARISON_LIMIT =
  'Uncontrolled before-and-after comparison of one organization: association, not proof of cause. One organization is too few for an interval or a test.'

const NO_CLAIM = 'No change is claimed'

function figure(metric: MetricOutcome, outcome: Outcome, rollouts: readonly LayerRollout[]): Figure {
  const reading = latestReading(metric)
  const better = reading ? isBetter(metric.metric, reading) : null
  return {
    label: metricName(metric.metric),
    value: reading ? metricChangeText(metric.metric, reading) : NO_CLAIM,
    claimed: reading !== null,
    tone: reading === null ? 'unknown' : better === null ? 'neutral' : better ? 'good' : 'bad',
    note: reading
      ? `${metricText(metric.metric, metric.baseline.value)} before, ${metricText(metric.metric, reading.value)} in month ${reading.after}`
      : (outcome.refusal ?? metric.caution ?? 'No reading yet'),
    footnotes: [
      `n = ${countText(recordsBehind(metric, outcome))} ${METRIC_UNITS[metric.metric]}`,
      `Baseline holds ${metric.baseline.months} of 6 months`,
    ],
    line: outcomeTrend(metric, outcome, rollouts),
  }
}

/** The four metrics as the overview shows them: what changed on how much, or why nothing is claimed. */
export const outcomeFigures = (outcome: Outcome, rollouts: readonly LayerRollout[]): FiguresBlock => ({
  kind: 'figures',
  figures: outcome.metrics.map((metric) => figure(metric, outcome, rollouts)),
})

/** Each metric's months, two drawings beside each other. */
export function outcomeTrends(outcome: Outcome, rollouts: readonly LayerRollout[]): Block[] {
  const trends = outcome.metrics
    .filter(({ series }) => series.length > 0)
    .map((metric) => trend(metric, outcome, rollouts))
  const pairs = trends.flatMap((_, at) => (at % 2 === 0 ? [trends.slice(at, at + 2)] : []))
  return pairs.map((pair) => ({
    kind: 'columns',
    whole: true,
    columns: [0, 1].map((at) => ({ width: 1, blocks: pair.slice(at, at + 1) })),
  }))
}

function trend(metric: MetricOutcome, outcome: Outcome, rollouts: readonly LayerRollout[]): TrendBlock {
  const line = outcomeTrend(metric, outcome, rollouts)
  const known = line.points.filter(({ value }) => value !== null).length
  const live = line.markers.map(({ label }) => label).join(', ')
  return {
    kind: 'trend',
    title: metricName(metric.metric),
    unit: `By month${line.unit.trim() ? `, in ${line.unit.trim()}` : ''}. Band and dashes: baseline. Rings: months 3, 6, 12.`,
    line,
    alt: [
      `${metricName(metric.metric)} over ${countText(line.points.length)} months, ${countText(known)} of them known.`,
      line.baseline ? `${line.baseline.label}.` : 'No baseline.',
      live ? `Marked: ${live}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }
}
