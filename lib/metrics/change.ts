import type { MetricId } from '@/lib/model/outcome'
import { ratio } from './ratio'

/** How a value differs from its baseline. Every field is null when it has no meaning or either side is not known. */
export type Change = {
  /** value - baseline, in the metric's own unit (a share 0..1 for the pass rate). */
  absoluteChange: number | null
  /** value / baseline - 1; null when the baseline is 0. */
  relativeChange: number | null
  /** Pass rate only: the absolute change in percentage points. */
  pointChange: number | null
  /** Pass rate only: relative change of the failure rate; null when nothing failed before. */
  failureChange: number | null
}

const relative = (before: number, after: number): number | null => {
  const share = ratio(after, before)
  return share === null ? null : share - 1
}

/**
 * Absolute and relative change side by side, and for the pass rate percentage points and the failure side too:
 * 78 % to 96 % is +18 points, +23 % relative and -82 % failures, and the three must never be mixed (statistics §1).
 */
export function changeFrom(metric: MetricId, baseline: number | null, value: number | null): Change {
  if (baseline === null || value === null)
    return { absoluteChange: null, relativeChange: null, pointChange: null, failureChange: null }
  const isRate = metric === 'passRate'
  return {
    absoluteChange: value - baseline,
    relativeChange: relative(baseline, value),
    pointChange: isRate ? (value - baseline) * 100 : null,
    failureChange: isRate ? relative(1 - baseline, 1 - value) : null,
  }
}
