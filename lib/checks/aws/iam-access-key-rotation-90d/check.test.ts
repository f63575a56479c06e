import { describe, expect, test } from 'vitest'
import { accessKey, credential } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamAccessKeyRotation90d as check } from './check'

const madeAt = (name: string, ...instants: (string | null)[]) =>
  credential(name, { keys: instants.map((lastRotatedAt) => accessKey({ lastRotatedAt })) })
const alice = madeAt('alice', '2026-11-01T00:00:00Z')

describe('age of access keys', () => {
  test('passes up to the ninetieth day and fails after it, by the clock it is given', () => {
    expect(judged(check, [alice], { now: '2027-01-30T00:00:00Z' }).verdict).toBe('pass')
    expect(judged(check, [alice], { now: '2027-01-30T00:00:01Z' }).verdict).toBe('fail')
  })

  test('fails by the older of two keys, and for the root user as well', () => {
    const root = credential('<root_account>', {
      root: true,
      keys: [accessKey({ lastRotatedAt: '2020-01-01T00:00:00Z' })],
    })
    const { failing } = judged(check, [madeAt('bob', '2026-11-01T00:00:00Z', '2025-11-01T00:00:00Z'), root, alice])
    expect(failing.map(({ detail }) => detail.since)).toEqual(['2025-11-01T00:00:00Z', '2020-01-01T00:00:00Z'])
    expect(failing[1]?.message).toContain('The root user')
  })

  test('does not apply where no key is active', () => {
    const idle = credential('carol', { keys: [accessKey({ active: false, lastRotatedAt: '2020-01-01T00:00:00Z' })] })
    expect(judged(check, [idle, credential('dave')]).verdict).toBe('not_applicable')
  })

  test('is unknown when the report was refused or gives a key no date', () => {
    expect(judged(check, [alice], { gaps: [{ operation: 'iam:GetCredentialReport' }] }).verdict).toBe('unknown')
    expect(judged(check, [madeAt('erin', null)])).toMatchObject({ verdict: 'unknown', undecided: [{}] })
  })
})
