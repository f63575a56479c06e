import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange } from '@/lib/kernel/month'
import { LAYERS } from '@/lib/model/layer'
import { Study } from '@/lib/model/study'
import { monthlyMetrics } from './monthly-metrics'
import { type StudyRecords, studyOf } from './study'

const GO_LIVE = '2025-03' as Month

/** Six months before and twelve of operation, each with so many incidents, so long to detect, so many controls passed. */
function records(
  slug: string,
  layers: number,
  [before, after]: [number, number],
  passed: [number, number],
): StudyRecords {
  const months = monthRange(addMonths(GO_LIVE, -6), addMonths(GO_LIVE, 11))
  const isLive = (month: string) => month >= GO_LIVE
  const incidents = months.flatMap((month) =>
    Array.from({ length: isLive(month) ? after : before }, (_, at) => {
      const detectedAt = Date.parse(`${month}-10T12:00:00Z`)
      const hours = isLive(month) ? 1 : 2
      const occurredAt = at === 0 ? null : detectedAt - hours * 3_600_000
      return { occurredAt, detectedAt, resolvedAt: detectedAt + 2 * hours * 3_600_000, countedAt: detectedAt }
    }),
  )
  const audits = months.map((month) => {
    const now = isLive(month) ? passed[1] : passed[0]
    return { auditedOn: `${month}-20`, assessed: 100, passed: now, failed: 100 - now, notApplicable: 3 }
  })
  const day = (at: number) => (at < layers ? `${GO_LIVE}-05` : null)
  return {
    slug,
    name: slug.toUpperCase(),
    rollouts: LAYERS.map((layer, at) => ({ layer, beganOn: day(at), liveOn: day(at) })),
    months: monthlyMetrics(incidents, audits),
  }
}

const study = studyOf([
  records('five', 5, [10, 4], [80, 96]),
  records('two', 2, [20, 14], [70, 91]),
  records('one', 1, [6, 6], [78, 78]),
])
const metric = (metrics: Study['metrics'], name: string) => metrics.find((each) => each.metric === name)

describe('study', () => {
  test('it is what its schema promises', () => {
    expect(Study.parse(study)).toEqual(study)
  })

  test('every organization counts once in the means, whatever its volume', () => {
    expect(metric(study.metrics, 'incidents')).toMatchObject({
      organizations: 3,
      baseline: 12,
      month12: 8,
      changePercent: -33.3,
      publishedPercent: -59.9,
      difference: 26.6,
    })
  })

  test('published changes are those of the published means', () => {
    expect(study.metrics.map((each) => each.publishedPercent)).toEqual([-59.9, -45.8, -50, 23.1])
  })

  test('the pass rate says points and the failing side too, other metrics neither', () => {
    expect(metric(study.fiveLayer, 'passRate')).toMatchObject({
      baseline: 0.8,
      month12: 0.96,
      changePercent: 20,
      pointChange: 16,
      failureChangePercent: -80,
    })
    expect(metric(study.metrics, 'mttd')).toMatchObject({ pointChange: null, failureChangePercent: null })
  })

  test('groups go by the layers that are live, beside what was claimed for them, with each organization named', () => {
    expect(metric(study.twoLayer, 'incidents')).toMatchObject({
      organizations: 1,
      changePercent: -30,
      publishedPercent: -30,
      difference: 0,
      values: [{ slug: 'two', name: 'TWO', baseline: 20, month12: 14, changePercent: -30 }],
    })
    expect(metric(study.twoLayer, 'passRate')).toMatchObject({ publishedPercent: 30, changePercent: 30 })
    expect(study.fiveLayer.map((each) => [each.organizations, each.publishedPercent, each.difference])).toEqual(
      study.fiveLayer.map(() => [1, null, null]),
    )
  })

  test('incidents without an onset are counted and named', () => {
    expect(study.incidents).toBe(6 * (10 + 20 + 6) + 12 * (4 + 14 + 6))
    expect(study.unknownOnsetShare).toBeCloseTo((18 * 3) / study.incidents, 10)
    expect(study.openShare).toBe(0)
  })

  test('an organization without a twelfth month leaves both means, and nobody at all gives no figure', () => {
    const young = records('young', 5, [100, 50], [50, 60])
    const cut = { ...young, months: young.months.filter(({ month }) => month < '2025-09') }
    expect(metric(studyOf([records('five', 5, [10, 4], [80, 96]), cut]).metrics, 'incidents')).toMatchObject({
      organizations: 1,
      baseline: 10,
    })
    const empty = studyOf([])
    expect(
      empty.metrics.map((each) => [each.organizations, each.baseline, each.changePercent, each.difference]),
    ).toEqual(empty.metrics.map(() => [0, null, null, null]))
    expect([empty.organizations, empty.unknownOnsetShare]).toEqual([0, null])
  })
})
