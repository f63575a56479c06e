import { describe, expect, test } from 'vitest'
import { changeFrom } from './change'

// Published averages of the five-layer framework paper, with the changes that shared statistics recomputed from them.
describe('published numbers', () => {
  test('14.2 to 5.7 incidents a month is -8.5 and -59.86 %', () => {
    const change = changeFrom('incidents', 14.2, 5.7)
    expect(change.absoluteChange).toBeCloseTo(-8.5, 10)
    expect((change.relativeChange ?? 0) * 100).toBeCloseTo(-59.86, 2)
    expect(change).toMatchObject({ pointChange: null, failureChange: null })
  })

  test('4.8 h to 2.6 h is -2.2 h and -45.83 %', () => {
    const change = changeFrom('mttd', 4.8, 2.6)
    expect(change.absoluteChange).toBeCloseTo(-2.2, 10)
    expect((change.relativeChange ?? 0) * 100).toBeCloseTo(-45.83, 2)
  })

  test('6.2 h to 3.1 h is -50 %', () => expect(changeFrom('mttr', 6.2, 3.1).relativeChange).toBe(-0.5))

  test('78 % to 96 % is +18 points, +23.08 % and -81.8 % failures', () => {
    const change = changeFrom('passRate', 0.78, 0.96)
    expect(change.absoluteChange).toBeCloseTo(0.18, 10)
    expect(change.pointChange).toBeCloseTo(18, 10)
    expect((change.relativeChange ?? 0) * 100).toBeCloseTo(23.08, 2)
    expect((change.failureChange ?? 0) * 100).toBeCloseTo(-81.8, 1)
  })
})

describe('what has no meaning is null', () => {
  test('nothing is relative to zero', () =>
    expect(changeFrom('incidents', 0, 3)).toMatchObject({ absoluteChange: 3, relativeChange: null }))

  test('failures cannot change relatively when nothing failed before', () =>
    expect(changeFrom('passRate', 1, 0.9)).toMatchObject({ failureChange: null }))

  test.each([
    [null, 3],
    [3, null],
  ])('from %s to %s is not known', (before, after) =>
    expect(Object.values(changeFrom('passRate', before, after))).toEqual([null, null, null, null]),
  )
})
