import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainIso } from './plain-iso'
import { readWallTime } from './wall-time'

describe('plainIso', () => {
  test.each([
    ['2016-02-29 01:16:05', null],
    ['2016-02-29T01:16:05Z', 0],
  ])('reads %s', (text, offsetMinutes) =>
    expect(plainIso(text)).toEqual({ year: 2016, month: 2, day: 29, sinceMidnightMs: 4_565_000, offsetMinutes }),
  )

  test.each([
    '2016-02-29 01:16',
    '2016-02-29 01:16:0x',
    '2016-02-29 01:16:05z',
    '2016/02/29 01:16:05',
    '2015-02-29 01:16:05',
    '2016-02-29 24:00:00',
    'x016-02-29 01:16:05',
  ])('leaves %s to the pattern', (text) => expect(plainIso(text)).toBeNull())

  test('agrees with the pattern on every text of its form', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'))
    const text = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), two, two, fc.constantFrom(' ', 'T'), two, two, two)
      .map(([year, m, d, between, h, min, s]) => `${String(year).padStart(4, '0')}-${m}-${d}${between}${h}:${min}:${s}`)
    fc.assert(
      fc.property(text, fc.constantFrom('', 'Z'), (plain, zone) => {
        // A fraction of zero means the same and is beyond the short cut.
        const byPattern = readWallTime(`${plain}.0${zone}`, 'iso')
        expect(plainIso(plain + zone)).toEqual(typeof byPattern === 'string' ? null : byPattern)
      }),
      { numRuns: 3000 },
    )
  })
})
