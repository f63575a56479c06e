import { z } from 'zod'
import { MetricId } from './outcome'

const value = z.number().nullable()

const StudyChange = z.object({
  baseline: value,
  month12: value,
  /** Relative change in percent, to a tenth: -59.9. */
  changePercent: value,
  /** Pass rate only: the change in percentage points, and the relative change of the failing share in percent. */
  pointChange: value,
  failureChangePercent: value,
})

/**
 * One metric of the study: means over organizations, from incidents a month, hours, or a share 0..1. `published…` are
 * claims of a publication, never results; null where it claims nothing.
 */
export const StudyMetric = StudyChange.extend({
  metric: MetricId,
  unit: z.enum(['incidents-per-month', 'hours', 'share']),
  /** Organizations that hold both values; the others count in neither mean. */
  organizations: z.int(),
  publishedPercent: value,
  /** changePercent - publishedPercent, in percentage points. */
  difference: value,
})
export type StudyMetric = z.infer<typeof StudyMetric>

/** A metric of some of the organizations, with each one's own values: few organizations carry no interval. */
export const StudyGroupMetric = StudyMetric.extend({
  values: z.array(StudyChange.extend({ slug: z.string(), name: z.string() })),
})
export type StudyGroupMetric = z.infer<typeof StudyGroupMetric>

/** The synthetic study computed from its records, beside what was published. */
export const Study = z.object({
  synthetic: z.literal(true),
  formula: z.string(),
  /** How the organizations were pooled, in words. */
  method: z.string(),
  /** What limits the claim; shown with every figure. */
  limits: z.array(z.string()),
  published: z.string(),
  organizations: z.int(),
  incidents: z.int(),
  /** Shares of those incidents without a time to detect, and without a time to resolve. */
  unknownOnsetShare: value,
  openShare: value,
  metrics: z.array(StudyMetric),
  /** Identity and network only. */
  twoLayer: z.array(StudyGroupMetric),
  fiveLayer: z.array(StudyGroupMetric),
})
export type Study = z.infer<typeof Study>
