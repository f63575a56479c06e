import { z } from 'zod'
import { MonthText } from './instant'

/** A set of durations in hours. Every statistic is null when `n` is 0. */
export const DurationStats = z.object({
  n: z.int(),
  median: z.number().nullable(),
  mean: z.number().nullable(),
  p90: z.number().nullable(),
})
export type DurationStats = z.infer<typeof DurationStats>

/** What one UTC month holds, for an organization or one of its deployments. A month without records has no row. */
export const MonthlyMetric = z.object({
  month: MonthText,
  formula: z.string(),
  /** Incidents counted in the month; null when the month holds audits only and incidents are not recorded. */
  incidents: z.int().nullable(),
  /** Incidents whose onset is not known, so they carry no time to detect. */
  unknownOnset: z.int(),
  /** Incidents not resolved yet: right-censored, left out of time to resolve. */
  open: z.int(),
  timeToDetect: DurationStats,
  timeToResolve: DurationStats,
  audits: z.int(),
  controlsAssessed: z.int(),
  controlsPassed: z.int(),
  controlsFailed: z.int(),
  controlsNotApplicable: z.int(),
})
export type MonthlyMetric = z.infer<typeof MonthlyMetric>
