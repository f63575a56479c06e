import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreText, shareText } from './score'

test('scores are whole numbers', () => {
  expect([73.6, 61.4, 36.5].map(scoreText)).toEqual(['74', '61', '37'])
})

test('shares are whole percent, with the unit kept on the line', () => {
  expect(shareText(0.94)).toBe('94\u00a0%')
})

test('a half rounds up whatever its binary form is', () => {
  // 23 of 40 is 57.5 %, though 0.575 * 100 is 57.49999999999999
  expect(shareText(23 / 40)).toBe('58\u00a0%')
})

test('nothing but all reads as 100 and nothing but nothing reads as 0', () => {
  expect([100, 99.99, 0.01, 0].map(scoreText)).toEqual(['100', '99', '1', '0'])
  expect([1, 0.9999, 0.0001, 0].map(shareText)).toEqual(['100\u00a0%', '99\u00a0%', '1\u00a0%', '0\u00a0%'])
})

test('what is not known is a dash, never a number', () => {
  expect([scoreText(null), shareText(null)]).toEqual(['—', '—'])
})

test('a higher score never reads lower', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
      expect(Number(scoreText(Math.max(a, b)))).toBeGreaterThanOrEqual(Number(scoreText(Math.min(a, b))))
    }),
  )
})
