import type { DurationStats } from '@/lib/model/monthly-metric'
import { quantile } from './quantile'

/**
 * n, median, mean and 90th percentile of durations in hours; all but n are null when there is none. The sum runs over
 * the sorted values, so the order in which records arrive cannot change the last digit.
 */
export function durationStats(hours: Iterable<number>): DurationStats {
  const sorted = Float64Array.from(hours).sort()
  const n = sorted.length
  if (n === 0) return { n, median: null, mean: null, p90: null }
  const sum = sorted.reduce((total, value) => total + value, 0)
  return { n, median: quantile(sorted, 0.5), mean: sum / n, p90: quantile(sorted, 0.9) }
}
