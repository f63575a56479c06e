import { describe, expect, test } from 'vitest'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamPasswordPolicyStrong as check } from './check'

const passwords = (minimumLength: number | null, reusePrevention: number | null) =>
  resourceOf('aws.iam.password-policy', ACCOUNT, { policy: { minimumLength, reusePrevention, maxAgeDays: null } })
const none = resourceOf('aws.iam.password-policy', ACCOUNT, { policy: null })

describe('password policy of the account', () => {
  test('passes with 14 characters and 24 remembered passwords', () => {
    expect(judged(check, [passwords(14, 24)]).verdict).toBe('pass')
  })

  test('fails when either is less, and without a policy', () => {
    expect(judged(check, [passwords(13, 24)]).verdict).toBe('fail')
    expect(judged(check, [passwords(14, null)]).verdict).toBe('fail')
    expect(judged(check, [none]).failing[0]?.message).toContain('no password policy')
  })

  test('never does not apply: the account always has a policy or lacks one', () => {
    expect(judged(check, [])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'not_collected' }] })
  })

  test('is unknown when it was refused or the reply lacks the length', () => {
    expect(judged(check, [], { gaps: [{ operation: 'iam:GetAccountPasswordPolicy' }] }).verdict).toBe('unknown')
    expect(judged(check, [passwords(null, 24)]).verdict).toBe('unknown')
  })
})
