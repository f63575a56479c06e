import { expect, test } from 'vitest'
import type { AwsDataFacts } from '@/lib/model/facts/aws-data'
import { bucketOf } from '@/lib/testing/aws-resources'
import { judged, unread } from '@/lib/testing/judged'
import { s3BucketKmsEncryption as check } from './check'

type Encryption = AwsDataFacts['aws.s3.bucket']['encryption']

const bucket = (encryption: Encryption, name = 'invoices') => bucketOf({ encryption }, name)
const algorithm = (value: string) => ({ value: { algorithm: value, kmsKey: null } })

test('passes with SSE-KMS and with DSSE-KMS', () =>
  expect(judged(check, [bucket(algorithm('aws:kms')), bucket(algorithm('aws:kms:dsse'))])).toMatchObject({
    verdict: 'pass',
    denominator: 2,
  }))

test('fails with the keys of S3, configured or by default', () => {
  const { verdict, failing } = judged(check, [bucket(algorithm('AES256'), 'own'), bucket({ value: null }, 'default')])
  expect(verdict).toBe('fail')
  expect(failing).toMatchObject([
    { message: expect.stringContaining('Bucket own'), detail: { algorithm: 'AES256' } },
    { message: expect.stringContaining('Bucket default'), detail: { algorithm: null } },
  ])
})

test('does not apply where there is no bucket', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown for a bucket whose encryption was not read, and when buckets were not listed', () => {
  const refused = bucket(unread('s3:GetBucketEncryption', 'unsupported'))
  expect(judged(check, [refused, bucket(algorithm('aws:kms'))])).toMatchObject({
    verdict: 'unknown',
    numerator: 1,
    undecided: [{ cause: 'unsupported', operation: 's3:GetBucketEncryption' }],
  })
  expect(judged(check, [], { gaps: [{ operation: 's3:ListBuckets' }] }).verdict).toBe('unknown')
})
