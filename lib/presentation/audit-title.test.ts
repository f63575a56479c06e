import { expect, test } from 'vitest'
import { auditsTitle } from './audit-title'

const month = (name: string, audits: number, controlsAssessed: number, controlsPassed: number) => ({
  month: name,
  audits,
  controlsAssessed,
  controlsPassed,
})

test('the latest month with an audit speaks, and nothing assessed is no rate', () => {
  expect(auditsTitle([])).toBe('No audits recorded')
  expect(auditsTitle([month('2026-01', 1, 200, 156), month('2026-02', 0, 0, 0)])).toBe(
    '78\u00a0% of 200 controls passed in Jan 2026',
  )
  expect(auditsTitle([month('2026-01', 1, 0, 0)])).toBe('No control was assessed in Jan 2026')
})
