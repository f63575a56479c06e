import { expect, test } from 'vitest'
import type { PublicAccessBlock } from '@/lib/model/facts/aws-data'
import type { Reading } from '@/lib/model/resource'
import { bucketOf } from '@/lib/testing/aws-resources'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged, unread } from '@/lib/testing/judged'
import { s3BucketBlockPublicAccess as check } from './check'

const ALL_ON = { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true }
const ACLS_ONLY = { ...ALL_ON, blockPublicPolicy: false, restrictPublicBuckets: false }
const POLICY_ONLY = { ...ALL_ON, blockPublicAcls: false, ignorePublicAcls: false }
const ACCOUNT_REFUSED = { gaps: [{ operation: 's3control:GetPublicAccessBlock' }] }

const account = (block: PublicAccessBlock | null) => resourceOf('aws.s3.account-block', ACCOUNT, { block })
const bucket = (block: Reading<PublicAccessBlock | null>, name = 'invoices') => bucketOf({ block }, name)

test('passes with the settings of the bucket, of the account, or of both together', () => {
  expect(judged(check, [account(null), bucket({ value: ALL_ON })]).verdict).toBe('pass')
  expect(judged(check, [account(ALL_ON), bucket({ value: null })]).verdict).toBe('pass')
  expect(judged(check, [account(ACLS_ONLY), bucket({ value: POLICY_ONLY })]).verdict).toBe('pass')
})

test('fails for the bucket that lacks a setting, and names what is off', () => {
  const resources = [
    account(null),
    bucket({ value: ALL_ON }),
    bucket({ value: ACLS_ONLY }, 'open'),
    bucket({ value: null }, 'bare'),
  ]
  const { verdict, numerator, failing } = judged(check, resources)
  expect({ verdict, numerator }).toEqual({ verdict: 'fail', numerator: 1 })
  expect(failing).toMatchObject([
    {
      message: expect.stringContaining('Bucket open'),
      detail: { off: ['blockPublicPolicy', 'restrictPublicBuckets'] },
    },
    { message: expect.stringContaining('Bucket bare') },
  ])
})

test('fails where neither bucket nor account has a setting, although each has others', () =>
  expect(judged(check, [account(ACLS_ONLY), bucket({ value: ACLS_ONLY })])).toMatchObject({
    verdict: 'fail',
    failing: [{ detail: { off: ['blockPublicPolicy', 'restrictPublicBuckets'] } }],
  }))

test('does not apply where there is no bucket', () =>
  expect(judged(check, [account(null)]).verdict).toBe('not_applicable'))

test('is unknown for a bucket that refused, unless the account decides', () => {
  const refused = bucket(unread('s3:GetPublicAccessBlock'))
  expect(judged(check, [account(null), refused])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'denied' }],
  })
  expect(judged(check, [account(ALL_ON), refused]).verdict).toBe('pass')
})

test('is unknown for what a bucket lacks and an unread account may have', () => {
  expect(judged(check, [bucket({ value: ACLS_ONLY })], ACCOUNT_REFUSED)).toMatchObject({
    verdict: 'unknown',
    undecided: [{ operation: 's3control:GetPublicAccessBlock' }],
  })
  expect(judged(check, [bucket({ value: ALL_ON })], ACCOUNT_REFUSED).verdict).toBe('pass')
})

test('is unknown when buckets were not listed', () => {
  const gaps = [{ operation: 's3:ListBuckets', cause: 'unavailable' as const }]
  expect(judged(check, [account(ALL_ON)], { gaps }).verdict).toBe('unknown')
})
