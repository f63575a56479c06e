import type { MetricOutcome, Reading } from '@/lib/model/outcome'

/** The latest of the readings at months 3, 6 and 12 that holds a value to compare; null while there is none. */
export const latestReading = ({ readings }: Pick<MetricOutcome, 'readings'>): Reading | null =>
  readings.findLast((reading) => reading.value !== null && reading.absoluteChange !== null) ?? null
