import { describe, expect, test } from 'vitest'
import { addMonths, type Month } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'
import type { DurationStats, MonthlyMetric } from '@/lib/model/monthly-metric'
import { type MetricId, Outcome } from '@/lib/model/outcome'
import { outcome } from './outcome'

const stats = (n: number, mean: number): DurationStats =>
  n === 0 ? { n, median: null, mean: null, p90: null } : { n, median: mean, mean, p90: mean }

const row = (month: string, fields: Partial<MonthlyMetric> = {}): MonthlyMetric => ({
  month,
  formula: 'metrics/1',
  incidents: null,
  unknownOnset: 0,
  open: 0,
  timeToDetect: stats(0, 0),
  timeToResolve: stats(0, 0),
  audits: 0,
  controlsAssessed: 0,
  controlsPassed: 0,
  controlsFailed: 0,
  controlsNotApplicable: 0,
  ...fields,
})

const rollouts = (beganOn: string | null, liveOn: string | null): LayerRollout[] => [
  { layer: 'IAM', beganOn, liveOn },
  { layer: 'NET', beganOn: null, liveOn: null },
]

const ROLLOUT = rollouts('2024-07-10', '2024-09-20')
const baselineRows = (fields: (i: number) => Partial<MonthlyMetric>) =>
  Array.from({ length: 6 }, (_, i) => row(addMonths('2024-01' as Month, i), fields(i)))
const metric = (result: Outcome, id: MetricId) => {
  const found = result.metrics.find((each) => each.metric === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('baseline', () => {
  test('incidents are the mean of the months that hold data, and the months are counted', () => {
    const rows = baselineRows((i) => ({ incidents: [12, 14, null, 16, null, 18][i] ?? null }))
    expect(metric(outcome(rows, ROLLOUT), 'incidents').baseline).toEqual({ value: 15, months: 4, n: 60 })
  })

  test('times weigh every duration alike, not every month', () => {
    const rows = baselineRows((i) => ({ timeToDetect: i === 0 ? stats(1, 10) : stats(i === 1 ? 9 : 0, 2) }))
    const { value, months, n } = metric(outcome(rows, ROLLOUT), 'mttd').baseline
    expect(value).toBeCloseTo(2.8, 12)
    expect({ months, n }).toEqual({ months: 2, n: 10 })
  })

  test('the pass rate is controls passed over controls assessed, summed first', () => {
    const rows = baselineRows((i) => ({
      controlsAssessed: [10, 90][i] ?? 0,
      controlsPassed: [10, 68][i] ?? 0,
      controlsNotApplicable: 50,
    }))
    expect(metric(outcome(rows, ROLLOUT), 'passRate').baseline).toEqual({ value: 0.78, months: 2, n: 100 })
  })

  test('the month in which a layer began and the months before the six do not count', () => {
    const rows = [
      row('2023-12', { incidents: 999 }),
      ...baselineRows(() => ({ incidents: 10 })),
      row('2024-07', { incidents: 999 }),
    ]
    expect(metric(outcome(rows, ROLLOUT), 'incidents').baseline).toEqual({ value: 10, months: 6, n: 60 })
  })
})

describe('readings', () => {
  const rows = [
    ...baselineRows(() => ({ incidents: 20, controlsAssessed: 100, controlsPassed: 78 })),
    row('2024-11', { incidents: 15 }),
    row('2025-08', { incidents: 8, controlsAssessed: 50, controlsPassed: 48 }),
  ]
  const result = outcome(rows, ROLLOUT)

  test('are the single months 3, 6 and 12, the month of go-live being month 1', () => {
    expect(result).toMatchObject({ goLive: '2024-09', baseline: { from: '2024-01', to: '2024-06' }, refusal: null })
    expect(metric(result, 'incidents').readings).toEqual([
      reading(3, '2024-11', 15, -5, -0.25),
      reading(6, '2025-02', null, null, null),
      reading(12, '2025-08', 8, -12, -0.6),
    ])
  })

  test('carry points and the failure side for the pass rate', () => {
    const last = metric(result, 'passRate').readings.at(-1)
    expect(last).toMatchObject({ after: 12, value: 0.96, n: 50 })
    expect(last?.pointChange).toBeCloseTo(18, 10)
    expect(last?.failureChange).toBeCloseTo(-0.818, 3)
  })

  test('a missing month stays missing: a null point in an unbroken series', () => {
    const { series } = metric(result, 'incidents')
    expect(series).toHaveLength(20)
    expect(series[0]).toEqual({ month: '2024-01', value: 20, n: 20 })
    expect(series.at(-1)).toEqual({ month: '2025-08', value: 8, n: 8 })
    expect(series.find((point) => point.month === '2024-12')).toEqual({ month: '2024-12', value: null, n: 0 })
  })

  test('the order of the rows changes nothing', () => expect(outcome([...rows].reverse(), ROLLOUT)).toEqual(result))
  test('the result keeps its schema', () => expect(Outcome.parse(result)).toEqual(result))
})

const reading = (
  after: number,
  month: string,
  value: number | null,
  absoluteChange: number | null,
  relativeChange: number | null,
) => ({ after, month, value, n: value ?? 0, absoluteChange, relativeChange, pointChange: null, failureChange: null })

describe('refusals', () => {
  const before = baselineRows(() => ({ incidents: 10 }))

  test('no layer has begun: the records are still shown', () => {
    const result = outcome(before, rollouts(null, null))
    expect(result).toMatchObject({ baseline: null, goLive: null })
    expect(result.refusal).toBe('No layer has begun its rollout, so there is no baseline to compare with.')
    expect(metric(result, 'incidents').series).toHaveLength(6)
    expect(metric(result, 'incidents')).toMatchObject({
      baseline: { value: null, months: 0, n: 0 },
      readings: [],
      caution: null,
    })
  })

  test('no baseline month holds data: the readings have values and no changes', () => {
    const result = outcome([row('2024-11', { incidents: 5 })], ROLLOUT)
    expect(result.refusal).toBe('No month of the baseline (2024-01 to 2024-06) holds data.')
    expect(metric(result, 'incidents').readings[0]).toEqual(reading(3, '2024-11', 5, null, null))
  })

  test('no layer is live', () =>
    expect(outcome(before, rollouts('2024-07-10', null)).refusal).toBe(
      'No layer is live yet, so there is nothing to compare with the baseline.',
    ))

  test('nothing since go-live', () =>
    expect(outcome(before, ROLLOUT).refusal).toBe('No month since go-live (2024-09) holds data.'))

  test('no records at all', () => {
    const result = outcome([], ROLLOUT)
    expect(result.refusal).toContain('2024-01 to 2024-06')
    expect(result).toMatchObject({ unknownOnsetShare: null, openShare: null })
    expect(result.metrics.every((each) => each.series.length === 0)).toBe(true)
  })
})

describe('what qualifies a result', () => {
  test('shares of unknown onset and of open incidents speak of the months in view', () => {
    const rows = [
      row('2023-01', { incidents: 500, unknownOnset: 500, open: 500 }),
      row('2024-06', { incidents: 30, unknownOnset: 6, open: 0 }),
      row('2024-12', { incidents: 10, unknownOnset: 2, open: 4 }),
    ]
    expect(outcome(rows, ROLLOUT)).toMatchObject({ unknownOnsetShare: 0.2, openShare: 0.1 })
  })

  test('each metric is cautioned on its own data, the months between baseline and go-live left out', () => {
    const rows = [
      ...baselineRows((i) => ({ incidents: 3, timeToDetect: stats(i < 2 ? 50 : 0, 4), timeToResolve: stats(2, 4) })),
      row('2024-08', { timeToResolve: stats(100, 4) }),
      row('2024-12', { incidents: 2, timeToDetect: stats(2, 2), timeToResolve: stats(1, 2) }),
    ]
    const result = outcome(rows, ROLLOUT)
    expect(metric(result, 'incidents').caution).toBeNull()
    expect(metric(result, 'mttd').caution).toContain('2 of the 6 baseline months hold times to detect')
    expect(metric(result, 'mttr').caution).toContain('13 times to resolve')
    expect(metric(result, 'passRate').caution).toContain('0 of the 6 baseline months hold assessed controls')
  })
})
