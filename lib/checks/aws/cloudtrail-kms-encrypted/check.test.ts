import { expect, test } from 'vitest'
import { trailOf } from '@/lib/testing/aws-resources'
import { judged } from '@/lib/testing/judged'
import { cloudtrailKmsEncrypted as check } from './check'

const trail = (kmsKey: string | null, name = 'main') => trailOf({ kmsKey }, name)

test('passes when every trail has a key', () => expect(judged(check, [trail('arn:aws:kms:key')]).verdict).toBe('pass'))

test('fails for a trail without a key, which is what a missing key id says', () => {
  const { verdict, failing, numerator, denominator } = judged(check, [trail('arn:aws:kms:key'), trail(null, 'bare')])
  expect({ verdict, numerator, denominator }).toEqual({ verdict: 'fail', numerator: 1, denominator: 2 })
  expect(failing).toMatchObject([{ subject: { name: 'bare' }, message: expect.stringContaining('Trail bare') }])
})

test('does not apply where there is no trail', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when the trails of a region were not read', () => {
  const gaps = [{ operation: 'cloudtrail:DescribeTrails', region: 'eu-west-1', cause: 'unavailable' as const }]
  expect(judged(check, [trail('arn:aws:kms:key')], { gaps })).toMatchObject({
    verdict: 'unknown',
    gaps: [{ cause: 'unavailable' }],
  })
})
