import { expect, test } from 'vitest'
import { placeInTime } from './place-in-time'

test('days stand as far apart as they are, from the first at 0 to the last at 1', () => {
  expect(placeInTime(['2026-01-01', '2026-01-31', '2026-04-11'])).toEqual([0, 0.3, 1])
})

test('a single day, or several results of one day, stand at the end rather than nowhere', () => {
  expect(placeInTime(['2026-01-01'])).toEqual([1])
  expect(placeInTime(['2026-01-01', '2026-01-01'])).toEqual([1, 1])
  expect(placeInTime([])).toEqual([])
})
