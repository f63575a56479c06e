import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import type { DateOrder } from '@/lib/model/import-options'
import { dateReader, dayReader } from './date-reader'

const NOW = Date.parse('2025-06-01T12:00:00Z')

const read = (text: string, order: DateOrder = 'iso', zone = 'UTC') => dateReader({ order, zone, now: NOW })(text)
const iso = (text: string, order?: DateOrder, zone?: string) => {
  const found = read(text, order, zone)
  return 'epochMs' in found ? new Date(found.epochMs).toISOString() : found
}

describe('ISO dates are read in every order', () => {
  const forms: [string, string][] = [
    ['2016-02-29T01:16:05Z', '2016-02-29T01:16:05.000Z'],
    ['2016-02-29T01:16:05.123Z', '2016-02-29T01:16:05.123Z'],
    ['2016-02-29T01:16:05,9999999Z', '2016-02-29T01:16:05.999Z'],
    ['2016-02-29T01:16:05.5+02:00', '2016-02-28T23:16:05.500Z'],
    ['2016-02-29 01:16:05 -0530', '2016-02-29T06:46:05.000Z'],
    ['2016-02-29 01:16 UTC', '2016-02-29T01:16:00.000Z'],
    ['2016-02-29 01:16', '2016-02-29T01:16:00.000Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z'],
    ['  2016/2/9 1:05  ', '2016-02-09T01:05:00.000Z'],
  ]
  for (const order of ['iso', 'day-first', 'month-first'] as const)
    test.each(forms)(`%s (${order})`, (text, expected) => expect(iso(text, order)).toBe(expected))
})

describe('dates that end in the year follow the order', () => {
  test.each([
    ['29/2/2016 01:16', 'day-first', '2016-02-29T01:16:00.000Z'],
    ['29.02.2016 01:16:05', 'day-first', '2016-02-29T01:16:05.000Z'],
    ['29-02-2016', 'day-first', '2016-02-29T00:00:00.000Z'],
    ['3/4/2016', 'day-first', '2016-04-03T00:00:00.000Z'],
    ['3/4/2016', 'month-first', '2016-03-04T00:00:00.000Z'],
    ['2/29/2016 1:16 PM', 'month-first', '2016-02-29T13:16:00.000Z'],
    ['2/29/2016, 12:00:01 a.m.', 'month-first', '2016-02-29T00:00:01.000Z'],
    ['2/29/2016 12:16PM', 'month-first', '2016-02-29T12:16:00.000Z'],
  ] as const)('%s (%s) is %s', (text, order, expected) => expect(iso(text, order)).toBe(expected))
})

describe('a zone applies where the text names no offset', () => {
  test.each([
    ['2024-07-01', 'Europe/Berlin', '2024-06-30T22:00:00.000Z'],
    ['2024-01-01 00:30', 'Europe/Berlin', '2023-12-31T23:30:00.000Z'],
    ['2024-01-01 00:30Z', 'Europe/Berlin', '2024-01-01T00:30:00.000Z'],
    ['2024-01-01 00:30+00:00', 'America/New_York', '2024-01-01T00:30:00.000Z'],
    ['2024-03-31 02:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['2024-10-27 02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => expect(iso(text, 'iso', zone)).toBe(expected))

  test('a zone that does not exist stops the import', () => {
    expect(() => dateReader({ order: 'iso', zone: 'Europe/Atlantis', now: NOW })).toThrow(AppError)
    expect(() => dayReader({ order: 'iso', zone: '', now: NOW })).toThrow('is not a time zone')
  })
})

describe('unknown is unknown, never a date and never a reject', () => {
  test.each(['', '  ', '?', 'N/A', 'n/a', 'NA', 'null', 'NULL', '-', 'unknown', 'Unknown'])('%j', (text) =>
    expect(read(text, 'day-first')).toEqual({ unknown: true }),
  )
})

describe('refused with a reason', () => {
  test.each([
    ['29/2/2016', 'iso', 'choose day-first or month-first dates'],
    ['29/2/16', 'day-first', 'no year of four digits'],
    ['16-02-29', 'iso', 'no year of four digits'],
    ['31/2/2016', 'day-first', 'not a day of the calendar'],
    ['2015-02-29', 'iso', 'not a day of the calendar'],
    ['1900-02-29', 'iso', 'not a day of the calendar'],
    ['2016-13-01', 'iso', 'not a day of the calendar'],
    ['2016-00-10', 'iso', 'not a day of the calendar'],
    ['2016-04-31', 'iso', 'not a day of the calendar'],
    ['2/29/2016', 'day-first', 'choose month-first dates'],
    ['29/2/2016', 'month-first', 'choose day-first dates'],
    ['2016-02-29 24:00', 'iso', 'not a time of the day'],
    ['2016-02-29 12:60', 'iso', 'not a time of the day'],
    ['2016-02-29 12:00:60', 'iso', 'not a time of the day'],
    ['2016-02-29 13:00 PM', 'iso', 'not a time of the day'],
    ['2016-02-29T01:16:05+25:00', 'iso', 'offset that no zone uses'],
    ['2016-02-29T01:16:05+02:75', 'iso', 'offset that no zone uses'],
    ['1989-12-31 23:59', 'iso', 'before 1990'],
    ['0000-01-01', 'iso', 'before 1990'],
    ['0099-01-01', 'iso', 'before 1990'],
    ['2025-06-01 12:05:01', 'iso', 'in the future'],
    ['9999-12-31', 'iso', 'in the future'],
    ['yesterday', 'iso', 'not a date this import can read'],
    ['1456708560', 'iso', 'not a date this import can read'],
    ['2016-02/29', 'iso', 'not a date this import can read'],
    ['=NOW()', 'iso', 'not a date this import can read'],
    [`2016-02-29${' '.repeat(100_000)}x`, 'iso', 'not a date this import can read'],
  ] as const)('%.30s (%s): %s', (text, order, reason) => {
    expect(read(text, order)).toEqual({ reason: expect.stringContaining(reason) })
  })

  test('a clock a few minutes ahead is not the future', () =>
    expect(iso('2025-06-01 12:05:00')).toBe('2025-06-01T12:05:00.000Z'))
})

describe('dayReader', () => {
  const day = dayReader({ order: 'day-first', zone: 'Europe/Berlin', now: NOW })

  test('gives the day as written, not the day it was in UTC', () => {
    expect(day('29/2/2016')).toEqual({ day: '2016-02-29' })
    expect(day('1.3.2016 00:10')).toEqual({ day: '2016-03-01' })
    expect(day('2016-03-01T23:30:00-05:00')).toEqual({ day: '2016-03-01' })
  })

  test('refuses and knows unknown as the reader of instants does', () => {
    expect(day('?')).toEqual({ unknown: true })
    expect(day('31/2/2016')).toEqual({ reason: expect.stringContaining('calendar') })
  })
})
