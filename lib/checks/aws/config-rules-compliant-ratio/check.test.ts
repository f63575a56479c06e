import { describe, expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { configRulesCompliantRatio as check } from './check'

const rules = (count: number, compliance: string | null) =>
  Array.from({ length: count }, (_, n) => resourceOf('aws.config.rule', `${compliance}-${n}`, { compliance }))
const good = rules(9, 'COMPLIANT')
const bad = rules(1, 'NON_COMPLIANT')

describe('by fixtures: no server at hand says which rules are complied with', () => {
  test('passes when nine of ten rules are complied with, and still names the tenth', () =>
    expect(judged(check, [...good, ...bad])).toMatchObject({
      verdict: 'pass',
      numerator: 9,
      denominator: 10,
      failing: [{ subject: { id: 'NON_COMPLIANT-0' }, message: expect.stringContaining('rule NON_COMPLIANT-0') }],
    }))

  test('fails below nine of ten, or below the share the organization set', () => {
    expect(judged(check, [...good.slice(1), ...bad]).verdict).toBe('fail')
    expect(judged(check, [...good, ...bad], { threshold: 0.95 }).verdict).toBe('fail')
  })

  test('does not apply where there are no rules', () => expect(judged(check, []).verdict).toBe('not_applicable'))

  test('is unknown while rules without enough data could turn it', () => {
    expect(judged(check, [...good, ...rules(2, 'INSUFFICIENT_DATA')])).toMatchObject({
      verdict: 'unknown',
      undecided: [{ cause: 'not_collected' }, { cause: 'not_collected' }],
    })
    expect(judged(check, [...good, ...rules(1, 'INSUFFICIENT_DATA')]).verdict).toBe('pass')
  })

  test('is unknown when a rule comes without an answer, or rules were refused', () => {
    expect(judged(check, rules(1, null))).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'unsupported' }] })
    const gaps = [{ operation: 'config:DescribeComplianceByConfigRule', region: 'eu-west-1' }]
    expect(judged(check, good, { gaps }).verdict).toBe('unknown')
  })
})
