import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isZone, zoneClock } from './zone'

const wall = (text: string) => Date.parse(`${text}Z`)
const instant = (zone: string, text: string) => new Date(zoneClock(zone)(wall(text))).toISOString()

describe('isZone', () => {
  test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'Etc/GMT+5'])(
    '%s is one',
    (name) => expect(isZone(name)).toBe(true),
  )
  test.each(['', ' ', 'Mars/Olympus', 'Europe/Berlin ', '+02:00', '-5', 'local', '../etc'])('%j is none', (name) =>
    expect(isZone(name)).toBe(false),
  )
})

describe('zoneClock', () => {
  test.each([
    ['UTC', '2016-02-29T01:16:00', '2016-02-29T01:16:00.000Z'],
    ['Europe/Berlin', '2024-01-15T12:00:00', '2024-01-15T11:00:00.000Z'],
    ['Europe/Berlin', '2024-07-15T12:00:00', '2024-07-15T10:00:00.000Z'],
    ['Asia/Kathmandu', '2024-01-01T00:00:00', '2023-12-31T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2024-01-01T00:00:00', '2023-12-31T10:00:00.000Z'],
  ])('%s %s is %s', (zone, text, expected) => expect(instant(zone, text)).toBe(expected))

  test.each([
    ['Europe/Berlin', '2024-03-31T01:59:59', '2024-03-31T00:59:59.000Z', 'the last second before the gap'],
    ['Europe/Berlin', '2024-03-31T02:30:00', '2024-03-31T01:30:00.000Z', 'skipped: moves forward to 03:30'],
    ['Europe/Berlin', '2024-03-31T03:00:00', '2024-03-31T01:00:00.000Z', 'the first second after the gap'],
    ['Europe/Berlin', '2024-10-27T02:30:00', '2024-10-27T00:30:00.000Z', 'repeated: the earlier'],
    ['Europe/Berlin', '2024-10-27T03:00:00', '2024-10-27T02:00:00.000Z', 'after the repeat'],
    ['America/New_York', '2024-03-10T02:30:00', '2024-03-10T07:30:00.000Z', 'skipped west of Greenwich'],
    ['America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z', 'repeated west of Greenwich'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04T03:00:00.000Z', 'a day that starts at 01:00'],
    ['Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-05T15:45:00.000Z', 'a gap of half an hour'],
    ['America/St_Johns', '2006-04-02T00:30:00', '2006-04-02T04:00:00.000Z', 'a change at one minute past midnight'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00.000Z', 'a day that was left out'],
  ])('%s %s is %s (%s)', (zone, text, expected) => expect(instant(zone, text)).toBe(expected))

  test('an instant shown on a clock and read back is the same or the earlier twin, in every zone', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca']
    const shown = new Map(
      zones.map((zone) => [
        zone,
        {
          read: zoneClock(zone),
          show: new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
        },
      ]),
    )
    const minutes = fc.integer({ min: wall('1990-01-02T00:00') / 60_000, max: wall('2030-01-01T00:00') / 60_000 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const clock = shown.get(zone)
        if (clock === undefined) throw new Error(zone)
        const text = clock.show.format(minute * 60_000)
        const back = clock.read(wall(text.replace(' ', 'T')))
        expect(back).toBeLessThanOrEqual(minute * 60_000)
        expect(clock.show.format(back)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
