import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionState } from './criterion-state'
import type { StandingVerdict } from './standing-verdict'

const standing = (more: Partial<StandingVerdict>): StandingVerdict => ({
  checkId: 'aws_iam_user_console_mfa',
  verdict: 'fail',
  numerator: 19,
  denominator: 20,
  undecided: 0,
  incomplete: false,
  factsAt: '2026-11-22T06:00:00.000Z',
  ...more,
})

describe('a clause of a stage', () => {
  test('is met at its share and contradicted below it', () => {
    expect(criterionState(standing({}), 0.95)).toBe('met')
    expect(criterionState(standing({ numerator: 18 }), 0.95)).toBe('contradicted')
  })

  test('that asks for all is contradicted by one failing member, however little was read', () => {
    expect(criterionState(standing({ incomplete: true, undecided: 500 }), 1)).toBe('contradicted')
  })

  test('is open while what is undecided could turn it either way', () => {
    // 10 of 10 decided hold, 10 are undecided: 10/20 at worst, 20/20 at best
    const half = standing({ verdict: 'unknown', numerator: 10, denominator: 10, undecided: 10 })
    expect(criterionState(half, 0.7)).toBe('open')
    expect(criterionState(half, 0.5)).toBe('met')
    expect(criterionState({ ...half, numerator: 2 }, 0.7)).toBe('contradicted')
  })

  test('is never met and, short of all, never contradicted by an incomplete reading', () => {
    expect(criterionState(standing({ verdict: 'unknown', numerator: 20, incomplete: true }), 0.5)).toBe('open')
    expect(criterionState(standing({ numerator: 0, incomplete: true }), 0.5)).toBe('open')
  })

  test('is silent where the check does not apply or nobody ran it', () => {
    expect(criterionState(standing({ verdict: 'not_applicable', numerator: 0, denominator: 0 }), 1)).toBe('silent')
    expect(criterionState(undefined, 1)).toBe('silent')
  })

  test('nothing decided never meets it, whatever it asks for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(50),
        fc.boolean(),
        (atLeast, undecided, incomplete) => {
          const none = standing({ verdict: 'unknown', numerator: 0, denominator: 0, undecided, incomplete })
          expect(criterionState(none, atLeast)).not.toBe('met')
        },
      ),
    )
  })
})
