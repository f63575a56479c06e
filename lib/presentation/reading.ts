import type { MetricOutcome, Reading } from '@/lib/model/outcome'

/**
 * The reading an effect may be claimed by: the latest of months 3, 6 and 12 that holds a value to compare. Null while
 * there is none, and while the records are too few to carry an effect: the values stand then, a change is not claimed.
 */
export const latestReading = ({ readings, caution }: Pick<MetricOutcome, 'readings' | 'caution'>): Reading | null =>
  caution === null
    ? (readings.findLast((reading) => reading.value !== null && reading.absoluteChange !== null) ?? null)
    : null
