import { expect, test } from 'vitest'
import { backoffMs } from './backoff'

test('the wait is anything up to twice as long each time, and at most half a minute', () => {
  const most = (tries: number) => backoffMs(tries, null, () => 1)
  expect([1, 2, 3, 4].map(most)).toEqual([500, 1000, 2000, 4000])
  expect(most(20)).toBe(30_000)
  expect(backoffMs(3, null, () => 0)).toBe(0)
})

test('what the source asked for is waited for in full, within reason, and jitter comes on top', () => {
  expect(backoffMs(1, 3_000, () => 0)).toBe(3_000)
  expect(backoffMs(1, 3_000, () => 1)).toBe(3_500)
  expect(backoffMs(1, 86_400_000, () => 0)).toBe(120_000)
})
