import { describe, expect, test } from 'vitest'
import { countText, decimalText, hoursText, pointsText, relativeChangeText, signedText } from './number'

/** Non-breaking spaces read as spaces here. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('quantities', () => {
  test('counts group their thousands', () => {
    expect([214, 18422, 1_000_000].map(countText)).toEqual(['214', '18,422', '1,000,000'])
  })

  test('means keep one decimal below 100 and none from there', () => {
    expect([14.62, 5, 99.94, 99.95, 1284.4, -3.25, -0.04].map(decimalText)).toEqual([
      '14.6',
      '5.0',
      '99.9',
      '100',
      '1,284',
      '−3.3',
      '0.0',
    ])
  })

  test('hours never read as none when there were some', () => {
    expect([4.8, 0.05, 0.01, 0, 128.4].map(hoursText).map(plain)).toEqual([
      '4.8 h',
      '0.1 h',
      '< 0.1 h',
      '0.0 h',
      '128 h',
    ])
  })

  test('a figure and its unit stay on one line', () => {
    for (const text of [hoursText(4.8), relativeChangeText(-0.6), pointsText(18)]) expect(text).not.toContain(' ')
  })
})

describe('changes', () => {
  test('carry a sign, and a true minus', () => {
    expect([9, -6.4, 0].map((change) => signedText(change))).toEqual(['+9', '−6', '0'])
    expect(signedText(-59.94, 1)).toBe('−59.9')
  })

  test('a rise and a fall of the same size read the same', () => {
    expect([signedText(2.5), signedText(-2.5)]).toEqual(['+3', '−3'])
  })

  test('one too small for a whole number keeps a decimal, and loses its sign only when that is nothing too', () => {
    expect([0.3, -0.3, 0.04, -0.04].map((change) => signedText(change))).toEqual(['+0.3', '−0.3', '0', '0'])
  })

  test('relative changes are percent', () => {
    expect([-0.6, 0.183, 0, 2.5].map((change) => plain(relativeChangeText(change)))).toEqual([
      '−60 %',
      '+18 %',
      '0 %',
      '+250 %',
    ])
    expect(plain(relativeChangeText(-0.5994, 1))).toBe('−59.9 %')
  })

  test('−100 % is said only when nothing is left', () => {
    expect([-1, -0.999, -0.991].map((change) => plain(relativeChangeText(change)))).toEqual([
      '−100 %',
      '−99 %',
      '−99 %',
    ])
    expect(plain(relativeChangeText(-0.9999, 1))).toBe('−99.9 %')
  })

  test('points are named, one of them in the singular', () => {
    expect([18, 1, -1, 0, 0.4].map((change) => plain(pointsText(change)))).toEqual([
      '+18 points',
      '+1 point',
      '−1 point',
      '0 points',
      '+0.4 points',
    ])
    expect(plain(pointsText(18, 1))).toBe('+18.0 points')
  })
})

test('what is not known is a dash in every form, and so is a division by nothing', () => {
  for (const form of [countText, decimalText, hoursText, signedText, relativeChangeText, pointsText])
    expect([form(null), form(Number.POSITIVE_INFINITY), form(Number.NaN)]).toEqual(['—', '—', '—'])
})
