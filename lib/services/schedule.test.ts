import { describe, expect, test } from 'vitest'
import { nextTimes, requireSchedule } from './schedule'

const FROM = new Date('2026-11-22T17:00:00Z')

describe('nextTimes', () => {
  test.each([
    ['0 * * * *', ['2026-11-22T18:00:00.000Z', '2026-11-22T19:00:00.000Z', '2026-11-22T20:00:00.000Z']],
    ['0 */6 * * *', ['2026-11-22T18:00:00.000Z', '2026-11-23T00:00:00.000Z', '2026-11-23T06:00:00.000Z']],
    ['30 6 * * 1', ['2026-11-23T06:30:00.000Z', '2026-11-30T06:30:00.000Z', '2026-12-07T06:30:00.000Z']],
  ])('of %s are told in UTC', (schedule, times) => {
    expect(nextTimes(schedule, FROM, 3)).toEqual(times)
  })
})

describe('requireSchedule', () => {
  test('keeps five fields with one blank between them', () => {
    expect(requireSchedule('  0   6 * * mon-fri ')).toBe('0 6 * * mon-fri')
    expect(requireSchedule('*/15 * * * *')).toBe('*/15 * * * *')
  })
  test.each([
    ['', 'five fields'],
    ['@daily', 'five fields'],
    ['0 0 6 * * *', 'five fields'],
    ['0 6 * *', 'five fields'],
    ['61 6 * * *', 'ever comes due'],
    ['0 6 31 2 *', 'ever comes due'],
    ['* * * * *', '15 minutes'],
    ['0,5 6 * * *', '15 minutes'],
    ["0 6 * * 'x'", 'five fields'],
  ])('refuses %j and says why', (text, why) => {
    expect(() => requireSchedule(text)).toThrow(why)
  })
})
