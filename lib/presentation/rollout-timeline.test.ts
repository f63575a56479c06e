import { describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import { labelEvery, timelineOf } from './rollout-timeline'

const rollouts = (dates: Record<string, [string | null, string | null]>) =>
  LAYERS.map((layer) => ({ layer, beganOn: dates[layer]?.[0] ?? null, liveOn: dates[layer]?.[1] ?? null }))

describe('timelineOf', () => {
  test('draws nothing before a layer has begun', () => {
    expect(timelineOf(rollouts({}), '2026-03-01')).toBeNull()
  })
  test('the baseline is the first six months of the track, and a layer that is not live has no live stretch', () => {
    const timeline = timelineOf(
      rollouts({ IAM: ['2026-01-01', '2026-02-01'], NET: ['2026-03-01', null] }),
      '2026-06-30',
    )
    expect(timeline?.months[0]).toBe('2025-07')
    expect(timeline?.months).toHaveLength(12)
    expect(timeline?.baseline?.start).toBe(0)
    expect(Math.round(timeline?.baseline?.width ?? 0)).toBe(50)
    expect(timeline?.rows[1]?.live).toBeNull()
    expect(timeline?.rows[1]?.rolling?.start).toBeGreaterThan(50)
    expect(timeline?.rows[2]).toEqual({ layer: 'MON', rolling: null, live: null })
  })
  test('a go-live planned for the future is on the track but not drawn as live', () => {
    const timeline = timelineOf(rollouts({ IAM: ['2026-01-01', '2026-09-01'] }), '2026-06-30')
    expect(timeline?.months.at(-1)).toBe('2026-09')
    expect(timeline?.rows[0]?.live).toBeNull()
  })
  test('the axis carries about eight labels however long it is', () => {
    expect(labelEvery(timelineOf(rollouts({ IAM: ['2020-01-01', null] }), '2026-06-30')?.months ?? [])).toBe(11)
  })
})
