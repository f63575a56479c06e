import { describe, expect, test } from 'vitest'
import { isUnusualHour, type Visit } from './habit'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T03:30:00Z')

/** One visit a day, on the days before, from this hour (UTC) and for so many hours. */
const daily = (days: number, hour: number, hours = 1): Visit[] =>
  Array.from({ length: days }, (_, day) => {
    const from = Date.parse('2026-11-22T00:00:00Z') - (day + 1) * 24 * HOUR + hour * HOUR
    return { from, to: from + hours * HOUR }
  })

describe('an hour of the day', () => {
  test('is unusual for somebody who never was here at it', () => expect(isUnusualHour(daily(20, 9), NOW)).toBe(true))

  test('is usual once a visit began, lasted or ended in it', () => {
    expect(isUnusualHour([...daily(20, 9), ...daily(1, 3)], NOW)).toBe(false)
    expect(isUnusualHour([...daily(20, 9), ...daily(1, 1, 4)], NOW)).toBe(false)
    expect(isUnusualHour([...daily(20, 9), ...daily(1, 2, 1)], NOW)).toBe(false)
  })

  test('is usual after a visit past midnight', () => {
    expect(isUnusualHour([...daily(20, 9), ...daily(1, 22, 6)], NOW)).toBe(false)
  })

  test('cannot be unusual for somebody who is hardly known: 19 visits, or less than seven days of them', () => {
    expect(isUnusualHour([], NOW)).toBe(false)
    expect(isUnusualHour(daily(19, 9), NOW)).toBe(false)
    const busy = Array.from({ length: 5 }, (_, minute) =>
      daily(6, 9).map(({ from, to }) => ({ from: from + minute, to })),
    ).flat()
    expect(isUnusualHour(busy, NOW)).toBe(false)
  })

  test('is never unusual for somebody who stayed a whole day', () => {
    expect(isUnusualHour([...daily(20, 9), ...daily(1, 9, 24)], NOW)).toBe(false)
  })
})
