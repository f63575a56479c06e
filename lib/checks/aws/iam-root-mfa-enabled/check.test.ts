import { describe, expect, test } from 'vitest'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamRootMfaEnabled as check } from './check'

const summary = (rootMfaEnabled: boolean | null) =>
  resourceOf('aws.iam.account-summary', ACCOUNT, { rootMfaEnabled, rootAccessKeys: 0 })

describe('root MFA, whose passing branch fixtures alone show', () => {
  test('passes when the summary says that root has MFA', () => {
    expect(judged(check, [summary(true)])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
  })

  test('fails and names the account when root has none', () => {
    const { verdict, failing } = judged(check, [summary(false)])
    expect(verdict).toBe('fail')
    expect(failing[0]?.message).toContain(ACCOUNT)
  })

  test('never does not apply: every account has a root user, so that a missing summary is unknown', () => {
    expect(judged(check, [])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'not_collected' }] })
  })

  test('is unknown when the summary was refused or lacks the field', () => {
    const gaps = [{ operation: 'iam:GetAccountSummary' }]
    expect(judged(check, [], { gaps })).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
    expect(judged(check, [summary(null)])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'unsupported' }] })
  })
})
