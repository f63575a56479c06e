import { describe, expect, test } from 'vitest'
import { accessKey, credential } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamAccessKeyUnused45d as check } from './check'

const used = (name: string, lastUsedAt: string | null, lastRotatedAt: string | null = '2020-01-01T00:00:00Z') =>
  credential(name, { keys: [accessKey({ lastUsedAt, lastRotatedAt })] })
const alice = used('alice', '2026-11-01T00:00:00Z')

describe('idle access keys', () => {
  test('passes up to the forty-fifth day without use and fails after it, by the clock it is given', () => {
    expect(judged(check, [alice], { now: '2026-12-16T00:00:00Z' }).verdict).toBe('pass')
    expect(judged(check, [alice], { now: '2026-12-16T00:00:01Z' }).verdict).toBe('fail')
  })

  test('a key that was never used is idle since it was made', () => {
    expect(judged(check, [used('bob', null, '2026-11-20T00:00:00Z')]).verdict).toBe('pass')
    expect(judged(check, [used('bob', null)]).failing).toMatchObject([{ detail: { since: '2020-01-01T00:00:00Z' } }])
  })

  test('does not apply where no key is active', () => {
    expect(judged(check, [credential('carol')]).verdict).toBe('not_applicable')
  })

  test('is unknown when the report gives a key no date at all', () => {
    expect(judged(check, [used('dave', null, null), alice]).verdict).toBe('unknown')
  })
})
