import { describe, expect, test } from 'vitest'
import { seededRandom } from './random'

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

describe('seeded random', () => {
  test('the name decides every number, and another name gives others', () => {
    const once = draws(50, seededRandom('a story').next)
    expect(draws(50, seededRandom('a story').next)).toEqual(once)
    expect(draws(50, seededRandom('another').next)).not.toEqual(once)
    expect(once.slice(0, 3).map((value) => value.toFixed(6))).toEqual(['0.661126', '0.552710', '0.327553'])
  })

  test('uniform numbers fill the unit interval evenly, and whole numbers reach both ends', () => {
    const random = seededRandom('spread')
    const values = draws(20_000, random.next)
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    for (const tenth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length
      expect(share).toBeCloseTo(0.1, 1.5)
    }
    expect(new Set(draws(500, () => random.int(3, 6)))).toEqual(new Set([3, 4, 5, 6]))
  })

  test('normal numbers have mean 0 and standard deviation 1', () => {
    const random = seededRandom('bell')
    const values = draws(20_000, random.normal)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(Math.sqrt(variance) - 1)).toBeLessThan(0.03)
  })

  test('a choice comes as often as its weight and never without one', () => {
    const random = seededRandom('weights')
    const values = draws(10_000, () => random.weighted([['a', 3] as const, ['b', 1] as const, ['never', 0] as const]))
    expect(values.filter((value) => value === 'a').length / values.length).toBeCloseTo(0.75, 1.5)
    expect(values).not.toContain('never')
    expect(() => random.weighted([])).toThrow('nothing to choose from in weights')
  })
})
