import { describe, expect, test } from 'vitest'
import { quantile } from './quantile'

// R: quantile(c(1, 2, 4, 8, 16), c(0, .25, .5, .9, 1), type = 7) gives 1, 2, 4, 12.8, 16.
describe('quantile is type 7, as R, numpy and percentile_cont', () => {
  test.each([
    [0, 1],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
    [1, 16],
  ])('share %d of 1, 2, 4, 8, 16 is %d', (share, expected) => {
    expect(quantile([1, 2, 4, 8, 16], share)).toBeCloseTo(expected, 12)
  })

  test('an even count takes the middle of the two middle values', () => expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5))
  test('one value is every quantile', () => expect(quantile([7], 0.9)).toBe(7))
  test('no value has no quantile', () => expect(quantile([], 0.5)).toBeNull())
})
