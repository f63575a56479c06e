import type { LayerRollout } from '@/lib/model/deployment'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { MetricId, Outcome } from '@/lib/model/outcome'
import type { Study, StudyGroupMetric, StudyMetric } from '@/lib/model/study'
import { type Change, changeFrom } from './change'
import { outcome } from './outcome'
import { type PooledMetric, poolOutcomes } from './pool-outcomes'
import { PUBLISHED_STUDY } from './published-study'
import { ratio } from './ratio'
import { rolloutGroup } from './rollout-group'

const AFTER = 12
const UNITS = { incidents: 'incidents-per-month', mttd: 'hours', mttr: 'hours', passRate: 'share' } as const
const LIMITS = [
  'Uncontrolled before-and-after comparison: association, not proof of cause.',
  'Generated data, aimed at the published averages: that they are met says nothing about any real organization.',
  'Six baseline months against the single twelfth month of live operation, counted by month of detection.',
  'Incidents without a known onset carry no time to detect, open ones no time to resolve.',
  'Three organizations are too few for an interval or a test; their values are shown one by one.',
]

/** One organization of the study: the dates of its rollout and its months. */
export type StudyRecords = {
  slug: string
  name: string
  rollouts: readonly LayerRollout[]
  months: readonly MonthlyMetric[]
}
type Member = { slug: string; name: string; group: ReturnType<typeof rolloutGroup>; outcome: Outcome }

const tenth = (value: number): number => Number((Math.round(value * 10) / 10).toFixed(1))
const percent = (share: number | null): number | null => (share === null ? null : tenth(share * 100))

const changes = ({ relativeChange, pointChange, failureChange }: Change) => ({
  changePercent: percent(relativeChange),
  pointChange: pointChange === null ? null : tenth(pointChange),
  failureChangePercent: percent(failureChange),
})

/** A metric beside a published relative change (a share; null when nothing was claimed). */
function compared(pooled: PooledMetric, published: number | null): StudyMetric {
  const { metric, n, baseline, value } = pooled
  const { changePercent, ...change } = changes(pooled)
  const publishedPercent = percent(published)
  return {
    metric,
    unit: UNITS[metric],
    organizations: n,
    baseline,
    month12: value,
    changePercent,
    ...change,
    publishedPercent,
    difference: changePercent === null || publishedPercent === null ? null : tenth(changePercent - publishedPercent),
  }
}

function publishedChange(metric: MetricId): number | null {
  const found = PUBLISHED_STUDY.metrics.find((each) => each.metric === metric)
  return found ? found.month12 / found.baseline - 1 : null
}

/** "About 30 %" without naming a metric: less of what is a burden, more of what passes. */
const publishedTwoLayer = (metric: MetricId): number =>
  PUBLISHED_STUDY.twoLayerImprovement * (metric === 'passRate' ? 1 : -1)

function groupMetrics(members: readonly Member[], published: (metric: MetricId) => number | null): StudyGroupMetric[] {
  const pooled = poolOutcomes(
    members.map((member) => member.outcome),
    AFTER,
  )
  return pooled.metrics.map((metric) => ({
    ...compared(metric, published(metric.metric)),
    values: members.map(({ slug, name, outcome }) => ({ slug, name, ...ownChange(outcome, metric.metric) })),
  }))
}

function ownChange({ metrics }: Outcome, metric: MetricId) {
  const found = metrics.find((each) => each.metric === metric)
  const baseline = found?.baseline.value ?? null
  const month12 = found?.readings.find(({ after }) => after === AFTER)?.value ?? null
  return { baseline, month12, ...changes(changeFrom(metric, baseline, month12)) }
}

function population(records: readonly StudyRecords[]) {
  const months = records.flatMap((one) => one.months)
  const total = (of: (row: MonthlyMetric) => number) => months.reduce((sum, row) => sum + of(row), 0)
  const incidents = total((row) => row.incidents ?? 0)
  const unknownOnset = total((row) => row.unknownOnset)
  const open = total((row) => row.open)
  return { incidents, unknownOnsetShare: ratio(unknownOnset, incidents), openShare: ratio(open, incidents) }
}

/**
 * The study from its organizations' months, each organization counting once, beside the published averages of the
 * five-layer framework paper (statistics §1). Percentages are rounded to a tenth and differences taken of the
 * rounded ones, so that what is shown adds up; an organization without a baseline or a twelfth month leaves both means.
 */
export function studyOf(records: readonly StudyRecords[]): Study {
  const members = records.map(({ slug, name, rollouts, months }) => ({
    slug,
    name,
    group: rolloutGroup(rollouts),
    outcome: outcome(months, rollouts),
  }))
  const pooled = poolOutcomes(
    members.map((member) => member.outcome),
    AFTER,
  )
  return {
    synthetic: true,
    formula: pooled.formula,
    method: pooled.method,
    limits: LIMITS,
    published: PUBLISHED_STUDY.citation,
    organizations: members.length,
    ...population(records),
    metrics: pooled.metrics.map((metric) => compared(metric, publishedChange(metric.metric))),
    twoLayer: groupMetrics(
      members.filter(({ group }) => group === 'identity-and-network'),
      publishedTwoLayer,
    ),
    fiveLayer: groupMetrics(
      members.filter(({ group }) => group === 'all-five'),
      () => null,
    ),
  }
}
