import type { MetricId } from '@/lib/model/outcome'

/** Averages a publication states. Hours, incidents a month, and for the pass rate a share 0..1. */
export type PublishedMetric = { metric: MetricId; baseline: number; month12: number }

/**
 * What the five-layer framework paper reports of its 12 deployments: published claims to compare with, never results
 * of ours. The paper gives no interval, no counts and no definition of an incident, and does not say how the means
 * were pooled. `twoLayerImprovement` is its "about 30 %" for the three that rolled out identity and network only; it
 * names no metric there.
 */
export const PUBLISHED_STUDY = {
  citation: 'The five-layer zero-trust framework paper, averages of 12 deployments (published claims)',
  organizations: 12,
  metrics: [
    { metric: 'incidents', baseline: 14.2, month12: 5.7 },
    { metric: 'mttd', baseline: 4.8, month12: 2.6 },
    { metric: 'mttr', baseline: 6.2, month12: 3.1 },
    { metric: 'passRate', baseline: 0.78, month12: 0.96 },
  ] satisfies PublishedMetric[],
  twoLayerImprovement: 0.3,
} as const
