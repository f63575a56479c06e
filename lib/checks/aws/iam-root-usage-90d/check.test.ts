import { describe, expect, test } from 'vitest'
import { accessKey, credential } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamRootUsage90d as check } from './check'

const now = '2026-11-22T00:00:00Z'
const root = (told: Parameters<typeof credential>[1]) => credential('<root_account>', { root: true, ...told })

describe('use of the root user, by fixtures: no server at hand has its row in the report', () => {
  test('passes when its last use is more than 90 days ago', () => {
    expect(judged(check, [root({ passwordLastUsedAt: '2026-08-23T23:59:59Z' })], { now }).verdict).toBe('pass')
    expect(judged(check, [root({})], { now }).verdict).toBe('pass')
  })

  test('fails up to the ninetieth day, by password or by key, whichever is later', () => {
    expect(judged(check, [root({ passwordLastUsedAt: '2026-08-24T00:00:00Z' })], { now }).verdict).toBe('fail')
    const keys = [accessKey({ lastUsedAt: '2026-11-20T10:00:00Z' })]
    const { failing } = judged(check, [root({ passwordLastUsedAt: '2025-01-01T00:00:00Z', keys })], { now })
    expect(failing).toMatchObject([{ detail: { lastUsedAt: '2026-11-20T10:00:00Z' } }])
  })

  test('never does not apply: a report without the row of the root user is unknown', () => {
    expect(judged(check, [credential('alice', { passwordLastUsedAt: now })], { now }).verdict).toBe('unknown')
  })

  test('is unknown when the report was refused', () => {
    const gaps = [{ operation: 'iam:GetCredentialReport' }]
    expect(judged(check, [], { now, gaps })).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
  })
})
