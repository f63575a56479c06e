import { describe, expect, test } from 'vitest'
import { linePath, type Plot, spotsOf } from './sparkline-path'

const PLOT: Plot = { width: 100, height: 40, top: 0, bottom: 0, left: 0, right: 0 }

describe('a small line', () => {
  test('the highest value is at the top, the lowest at the bottom', () => {
    expect(spotsOf([1, 3, 2], PLOT)).toEqual([
      { x: 0, y: 40 },
      { x: 50, y: 0 },
      { x: 100, y: 20 },
    ])
  })

  test('what is not known is a gap, not a zero', () => {
    expect(linePath(spotsOf([1, null, 2, 2], PLOT))).toBe('M0 40M66.67 0L100 0')
  })

  test('the level is part of the scale, so its line is inside the drawing', () => {
    expect(spotsOf([10, 10], PLOT, 20)[0]?.y).toBe(40)
  })

  test('equal values, a single value and no value are drawable', () => {
    expect(linePath(spotsOf([5, 5], PLOT))).toBe('M0 20L100 20')
    expect(linePath(spotsOf([5], PLOT))).toBe('M50 20')
    expect(linePath(spotsOf([null, null], PLOT))).toBe('')
    expect(linePath(spotsOf([], PLOT))).toBe('')
  })
})
