import { expect, test } from 'vitest'
import { contrastOnWhite } from './contrast'

test('black, white and the grey that just passes AA, as WCAG 2.2 counts them', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5)
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
  expect(contrastOnWhite('#ff0000')).toBeCloseTo(4, 2)
})
