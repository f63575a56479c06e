import { expect, test } from 'vitest'
import type { MetricOutcome, Reading } from '@/lib/model/outcome'
import { outcomeTitle } from './outcome-title'

const reading = (after: number, relativeChange: number | null): Reading => ({
  after,
  month: '2026-01',
  value: relativeChange === null ? null : 5,
  n: 5,
  absoluteChange: relativeChange === null ? null : -1,
  relativeChange,
  pointChange: null,
  failureChange: null,
})
const incidents = (readings: Reading[], caution: string | null = null): MetricOutcome => ({
  metric: 'incidents',
  baseline: { value: 14, months: 6, n: 84 },
  series: [],
  readings,
  caution,
})

test('the latest reading that holds a value is the finding', () => {
  const metrics = [incidents([reading(3, -0.2), reading(6, -0.5986), reading(12, null)])]
  expect(outcomeTitle({ refusal: null, metrics })).toBe('Incidents fell 60\u00a0% by month 6 of the rollout')
})

test('a rise is called a rise', () => {
  expect(outcomeTitle({ refusal: null, metrics: [incidents([reading(3, 0.25)])] })).toBe(
    'Incidents rose 25\u00a0% by month 3 of the rollout',
  )
})

test('too little data, no reading and no baseline are said, not computed away', () => {
  expect(outcomeTitle({ refusal: null, metrics: [incidents([reading(3, -0.9)], 'few')] })).toBe(
    'Too few records for an estimate',
  )
  expect(outcomeTitle({ refusal: null, metrics: [incidents([reading(3, null)])] })).toBe('No reading since go-live yet')
  expect(outcomeTitle({ refusal: 'none', metrics: [] })).toBe('Nothing to compare yet')
})
