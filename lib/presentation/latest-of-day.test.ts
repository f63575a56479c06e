import { expect, test } from 'vitest'
import { isLatestOfDay } from './latest-of-day'

test('of several results for one day only the last stands for it', () => {
  const points = ['2026-01-31', '2026-06-30', '2026-06-30', '2026-12-31'].map((asOf, id) => ({ id, asOf }))
  expect(points.filter(isLatestOfDay).map((point) => point.id)).toEqual([0, 2, 3])
})
