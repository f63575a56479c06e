import { expect, test } from 'vitest'
import { dayText, instantText, monthShortText, monthText } from './date'

test('days, months and instants are written the same wherever the reader is', () => {
  expect([dayText('2026-03-03'), dayText('2026-11-21')]).toEqual(['3 Mar 2026', '21 Nov 2026'])
  expect([monthText('2026-03'), monthShortText('2026-09')]).toEqual(['Mar 2026', 'Sep'])
  expect(instantText('2026-11-21T06:00:00Z')).toBe('21 Nov 2026, 06:00 UTC')
})

test('an instant keeps its UTC day at both ends of it, and drops seconds without rounding up', () => {
  expect(instantText('2026-12-31T23:59:59.999Z')).toBe('31 Dec 2026, 23:59 UTC')
  expect(instantText('2027-01-01T00:00:00Z')).toBe('1 Jan 2027, 00:00 UTC')
})
