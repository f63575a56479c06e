import { expect, test } from 'vitest'
import { incidentsLine, incidentsTitle } from './incident-title'

const month = (name: string, incidents: number | null, open: number) => ({ month: name, incidents, open })

test('the heading counts what the months hold, and says what is open', () => {
  expect(incidentsTitle([month('2026-01', 1200, 3), month('2026-02', 34, 1)])).toBe('1,234 incidents, 4 still open')
  expect(incidentsTitle([month('2026-01', 1, 0)])).toBe('One incident, none still open')
})

test('no records is not a good result, and a month with audits alone is not a month with incidents', () => {
  expect(incidentsTitle([month('2026-01', null, 0)])).toBe('No incidents recorded')
  expect(incidentsLine([month('2026-01', null, 0)])).toContain('nothing is known')
  expect(incidentsLine([month('2025-12', null, 0), month('2026-01', 2, 0), month('2026-02', 1, 0)])).toBe(
    'Jan 2026 to Feb 2026, by the UTC month of detection.',
  )
})
