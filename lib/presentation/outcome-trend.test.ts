import { expect, test } from 'vitest'
import type { MetricOutcome } from '@/lib/model/outcome'
import { outcomeTrend } from './outcome-trend'

const metric: MetricOutcome = {
  metric: 'passRate',
  baseline: { value: 0.78, months: 1, n: 100 },
  series: [
    { month: '2025-12', value: 0.78, n: 100 },
    { month: '2026-01', value: null, n: 0 },
    { month: '2026-02', value: 0.9, n: 100 },
  ],
  readings: [
    {
      after: 3,
      month: '2026-02',
      value: 0.9,
      n: 100,
      absoluteChange: 0.12,
      relativeChange: 0.15,
      pointChange: 12,
      failureChange: -0.5,
    },
    {
      after: 6,
      month: '2026-05',
      value: null,
      n: 0,
      absoluteChange: null,
      relativeChange: null,
      pointChange: null,
      failureChange: null,
    },
  ],
  caution: null,
}

test('a missing month is a gap, a reading without a value has no ring, a layer live elsewhere no marker', () => {
  const trend = outcomeTrend(metric, { baseline: { from: '2025-12', to: '2025-12' } }, [
    { layer: 'IAM', beganOn: '2025-12-01', liveOn: '2026-01-05' },
    { layer: 'NET', beganOn: '2026-02-01', liveOn: '2027-01-01' },
  ])
  expect(trend.points.map((p) => p.value)).toEqual([78, null, 90])
  expect(trend.readings).toEqual([{ x: '2026-02', label: 'Month 3' }])
  expect(trend.markers).toEqual([{ x: '2026-01', label: 'Identity live', tone: 'l1' }])
  expect(trend.points.map((p) => p.group)).toEqual(['2025', '2026', undefined])
})
