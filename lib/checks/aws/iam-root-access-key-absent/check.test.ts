import { describe, expect, test } from 'vitest'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamRootAccessKeyAbsent as check } from './check'

const summary = (rootAccessKeys: number | null) =>
  resourceOf('aws.iam.account-summary', ACCOUNT, { rootMfaEnabled: true, rootAccessKeys })

describe('root access keys, whose failing branch fixtures alone show', () => {
  test('passes when root has no key', () => {
    expect(judged(check, [summary(0)]).verdict).toBe('pass')
  })

  test('fails for one key and for two', () => {
    expect(judged(check, [summary(1)]).failing).toMatchObject([{ detail: { rootAccessKeys: 1 } }])
    expect(judged(check, [summary(2)]).verdict).toBe('fail')
  })

  test('never does not apply: a missing summary is unknown', () => {
    expect(judged(check, []).verdict).toBe('unknown')
  })

  test('is unknown when the summary lacks the field', () => {
    expect(judged(check, [summary(null)])).toMatchObject({ verdict: 'unknown', denominator: 0 })
  })
})
