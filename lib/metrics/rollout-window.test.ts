import { describe, expect, test } from 'vitest'
import type { Month } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'
import { readingMonth, rolloutWindow } from './rollout-window'

const rollout = (beganOn: string | null, liveOn: string | null): LayerRollout => ({ layer: 'IAM', beganOn, liveOn })

describe('rolloutWindow', () => {
  test('the baseline ends the month before the first layer began, even when it began on the last day', () =>
    expect(rolloutWindow([rollout('2024-09-01', null), rollout('2024-07-31', '2024-10-02')])).toEqual({
      baseline: { from: '2024-01', to: '2024-06' },
      goLive: '2024-10',
    }))

  test('the first layer live sets go-live, also when another began first', () =>
    expect(rolloutWindow([rollout('2024-01-01', '2024-12-01'), rollout('2024-02-01', '2024-03-15')]).goLive).toBe(
      '2024-03',
    ))

  test('without dates there is neither', () =>
    expect(rolloutWindow([rollout(null, null)])).toEqual({ baseline: null, goLive: null }))
})

test('the month of go-live is month 1 of live operation', () => {
  const goLive = '2023-12' as Month
  expect(readingMonth(goLive, 1)).toBe('2023-12')
  expect(readingMonth(goLive, 3)).toBe('2024-02')
  expect(readingMonth(goLive, 12)).toBe('2024-11')
})
