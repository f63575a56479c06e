import { z } from 'zod'
import { MonthText } from './instant'

export const METRICS = ['incidents', 'mttd', 'mttr', 'passRate'] as const
export const MetricId = z.enum(METRICS)
export type MetricId = z.infer<typeof MetricId>

/** One metric in one month. `value` is null when the month is missing or holds nothing to compute from. */
const MetricPoint = z.object({ month: MonthText, value: z.number().nullable(), n: z.int() })

/** A reading so many months after go-live, against the baseline. Rates are shares 0..1, times are hours. */
export const Reading = z.object({
  /** 3, 6 or 12. */
  after: z.int(),
  month: MonthText,
  value: z.number().nullable(),
  n: z.int(),
  /** reading - baseline, in the metric's own unit. */
  absoluteChange: z.number().nullable(),
  /** reading / baseline - 1. */
  relativeChange: z.number().nullable(),
  /** Pass rate only: percentage points. */
  pointChange: z.number().nullable(),
  /** Pass rate only: relative change of the failure rate. */
  failureChange: z.number().nullable(),
})
export type Reading = z.infer<typeof Reading>

export const MetricOutcome = z.object({
  metric: MetricId,
  baseline: z.object({
    value: z.number().nullable(),
    /** Months of the six that hold data. */
    months: z.int(),
    /** Incidents, durations or controls behind the value. */
    n: z.int(),
  }),
  series: z.array(MetricPoint),
  readings: z.array(Reading),
  /** Why the change must not be read as an effect; null when the data can carry an estimate. */
  caution: z.string().nullable(),
})
export type MetricOutcome = z.infer<typeof MetricOutcome>

/** Before and after one deployment's rollout; `refusal` says why nothing can be compared. */
export const Outcome = z.object({
  formula: z.string(),
  /** The six months before the first layer began; null without a start. */
  baseline: z.object({ from: MonthText, to: MonthText }).nullable(),
  /** The month in which the first layer went live; month 1 of the readings. */
  goLive: MonthText.nullable(),
  refusal: z.string().nullable(),
  metrics: z.array(MetricOutcome),
  /** Shares of the incidents in view that carry no time to detect, or no time to resolve. */
  unknownOnsetShare: z.number().nullable(),
  openShare: z.number().nullable(),
})
export type Outcome = z.infer<typeof Outcome>
