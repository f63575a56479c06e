import { expect, test } from 'vitest'
import type { MetricId, Outcome } from '@/lib/model/outcome'
import { poolOutcomes } from './pool-outcomes'

const organization = (metric: MetricId, before: number | null, month12: number | null): Outcome => ({
  formula: 'metrics/1',
  baseline: { from: '2024-01', to: '2024-06' },
  goLive: '2024-09',
  refusal: null,
  unknownOnsetShare: null,
  openShare: null,
  metrics: [
    {
      metric,
      baseline: { value: before, months: 6, n: 60 },
      series: [],
      caution: null,
      readings: [
        {
          after: 12,
          month: '2025-08',
          value: month12,
          n: 5,
          absoluteChange: null,
          relativeChange: null,
          pointChange: null,
          failureChange: null,
        },
      ],
    },
  ],
})
const pooled = (outcomes: Outcome[], metric: MetricId) =>
  poolOutcomes(outcomes).metrics.find((each) => each.metric === metric)

test('each organization counts once, however many incidents it has', () => {
  const result = pooled([organization('incidents', 100, 50), organization('incidents', 2, 2)], 'incidents')
  expect(result).toMatchObject({ n: 2, baseline: 51, value: 26, absoluteChange: -25 })
  expect(result?.relativeChange).toBeCloseTo(-25 / 51, 12)
})

test('an organization that lacks either value counts in neither mean', () => {
  const outcomes = [
    organization('mttd', 4, 2),
    organization('mttd', 900, null),
    organization('mttd', null, 900),
    organization('mttr', 1, 1),
  ]
  expect(pooled(outcomes, 'mttd')).toMatchObject({ n: 1, baseline: 4, value: 2 })
  expect(poolOutcomes(outcomes)).toMatchObject({ organizations: 4, after: 12, formula: 'metrics/1' })
})

test('pass rates pool with points and the failure side', () => {
  const result = pooled([organization('passRate', 0.7, 0.94), organization('passRate', 0.86, 0.98)], 'passRate')
  expect(result?.pointChange).toBeCloseTo(18, 10)
  expect(result?.failureChange).toBeCloseTo(-0.818, 3)
})

test('nothing to pool is not zero', () =>
  expect(pooled([], 'incidents')).toMatchObject({ n: 0, baseline: null, value: null, relativeChange: null }))
