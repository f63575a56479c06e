import { z } from 'zod'
import { MetricId } from './outcome'

const change = z.number().nullable()

/** One metric over several organizations, in its own unit (rates are shares 0..1, times are hours). */
const PooledMetric = z.object({
  metric: MetricId,
  /** Organizations that hold both a baseline and the reading. */
  n: z.int(),
  baseline: z.number().nullable(),
  value: z.number().nullable(),
  absoluteChange: change,
  relativeChange: change,
  pointChange: change,
  failureChange: change,
})

/** Several organizations before and after, `after` months into live operation. */
export const PooledOutcome = z.object({
  formula: z.string(),
  /** How the figures were pooled, in words. */
  method: z.string(),
  after: z.int(),
  organizations: z.int(),
  metrics: z.array(PooledMetric),
})
export type PooledOutcome = z.infer<typeof PooledOutcome>
