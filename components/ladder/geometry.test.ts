import { describe, expect, test } from 'vitest'
import { filledShare, onTrack, segmentsOf } from './geometry'

const SCALE = [
  { at: 0, label: 'a' },
  { at: 33, label: 'b' },
  { at: 67, label: 'c' },
  { at: 100, label: 'd' },
]

describe('the ladder track', () => {
  test('has one stretch between each pair of neighbouring steps', () => {
    expect(segmentsOf(SCALE)).toEqual([
      { from: 0, to: 33 },
      { from: 33, to: 67 },
      { from: 67, to: 100 },
    ])
  })

  test('is one stretch when the scale cannot divide it', () => {
    expect(segmentsOf([])).toEqual([{ from: 0, to: 100 }])
  })

  test('is filled exactly to the score, whatever the score', () => {
    for (let score = 0; score <= 100; score += 0.5) {
      const filled = segmentsOf(SCALE).reduce((sum, s) => sum + filledShare(s, score) * (s.to - s.from), 0)
      expect(filled).toBeCloseTo(score, 9)
    }
  })

  test('stays empty without a score', () => {
    expect(segmentsOf(SCALE).map((s) => filledShare(s, null))).toEqual([0, 0, 0])
  })

  test('keeps marks on it', () => {
    expect([onTrack(-4), onTrack(50), onTrack(140)]).toEqual([0, 50, 100])
  })
})
