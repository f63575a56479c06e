import { expect, test } from 'vitest'
import { periodPresets } from './desk-period'

test('the last four quarters end with the present one', () => {
  expect(periodPresets('2026-11-22', null)[0]?.period).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(periodPresets('2026-02-28', null)[0]?.period).toEqual({ from: '2025-04-01', to: '2026-03-31' })
})

test('the same period is offered once', () => {
  const periods = periodPresets('2026-11-22', null).map(({ period }) => JSON.stringify(period))
  expect(new Set(periods).size).toBe(periods.length)
})

test('a grant bounds every period that is offered, and the whole of it comes first', () => {
  const bound = { from: '2026-02-15', to: '2026-06-30' }
  const presets = periodPresets('2026-11-22', bound)
  expect(presets[0]).toEqual({ label: 'Whole audit', period: bound })
  for (const { period } of presets) expect([period.from >= bound.from, period.to <= bound.to]).toEqual([true, true])
})
