import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VERDICTS, type Verdict } from '@/lib/model/verdict'
import { combineVerdicts } from './combine-verdicts'

const some = fc.array(fc.constantFrom(...VERDICTS))

describe('one verdict over several scopes', () => {
  test.each<[Verdict[], Verdict]>([
    [[], 'not_applicable'],
    [['not_applicable'], 'not_applicable'],
    [['not_applicable', 'pass'], 'pass'],
    [['pass', 'unknown', 'not_applicable'], 'unknown'],
    [['pass', 'unknown', 'fail'], 'fail'],
  ])('%j come to %s', (verdicts, expected) => {
    expect(combineVerdicts(verdicts)).toBe(expected)
  })

  test('neither order nor repetition matters, and nothing outweighs a fail', () => {
    fc.assert(
      fc.property(some, (verdicts) => {
        const combined = combineVerdicts(verdicts)
        expect(combineVerdicts([...verdicts, ...verdicts].reverse())).toBe(combined)
        expect(combineVerdicts([...verdicts, 'fail'])).toBe('fail')
        expect(combineVerdicts([combined, ...verdicts])).toBe(combined)
      }),
    )
  })
})
