import { expect, test } from 'vitest'
import type { PublicAccessBlock } from '@/lib/model/facts/aws-data'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { s3AccountBlockPublicAccess as check } from './check'

const ALL_ON = { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true }
const account = (block: PublicAccessBlock | null) => resourceOf('aws.s3.account-block', ACCOUNT, { block })

test('passes when all four settings are on', () =>
  expect(judged(check, [account(ALL_ON)])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 }))

test('fails when one is off, and names it', () =>
  expect(judged(check, [account({ ...ALL_ON, ignorePublicAcls: false })])).toMatchObject({
    verdict: 'fail',
    failing: [{ message: expect.stringContaining(ACCOUNT), detail: { off: ['ignorePublicAcls'] } }],
  }))

test('never says not applicable: an account with nothing configured fails', () =>
  expect(judged(check, [account(null)])).toMatchObject({
    verdict: 'fail',
    failing: [{ detail: { off: { length: 4 } } }],
  }))

test('is unknown when the call was refused, or answered nothing', () => {
  const gaps = [{ operation: 's3control:GetPublicAccessBlock' }]
  expect(judged(check, [], { gaps })).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
  expect(judged(check, []).verdict).toBe('unknown')
})
