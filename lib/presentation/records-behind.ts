import type { MetricOutcome, Outcome } from '@/lib/model/outcome'

/** How many records a metric's before and after rest on: those of the baseline and those since the first layer went live. */
export const recordsBehind = (
  { baseline, series }: Pick<MetricOutcome, 'baseline' | 'series'>,
  { goLive }: Pick<Outcome, 'goLive'>,
): number =>
  baseline.n + series.filter(({ month }) => goLive !== null && month >= goLive).reduce((sum, { n }) => sum + n, 0)
