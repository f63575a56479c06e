import { expect, test } from 'vitest'
import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { Reading } from '@/lib/model/resource'
import { bucketOf } from '@/lib/testing/aws-resources'
import { judged, unread } from '@/lib/testing/judged'
import { s3BucketSecureTransport as check } from './check'

const ARN = 'arn:aws:s3:::invoices'
const bucket = (policy: Reading<PolicyDocument | null>) => bucketOf({ policy })
const TLS_ONLY: PolicyStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [ARN, `${ARN}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const withPolicy = (changed: Partial<PolicyStatement>) =>
  bucket({ value: { Statement: [{ ...TLS_ONLY, ...changed }] } })

test.each<[string, Partial<PolicyStatement>]>([
  ['insecure transport', {}],
  ['insecure transport, in a policy for all resources', { Principal: { AWS: '*' }, Action: '*', Resource: '*' }],
  ['anything at all', { Action: ['s3:GetObject', 's3:*'], Condition: {} }],
  ['TLS older than one of two versions', { Condition: { NumericLessThan: { 's3:TlsVersion': ['1.1', '1.3'] } } }],
  ['TLS older than 1.2', { Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }],
])('passes when everyone is denied every act over %s', (_, changed) =>
  expect(judged(check, [withPolicy(changed)]).verdict).toBe('pass'),
)

test.each<[string, Partial<PolicyStatement>]>([
  ['it allows instead', { Effect: 'Allow' }],
  ['it denies one principal', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
  ['it denies one act', { Action: 's3:GetObject' }],
  ['it denies the acts on the bucket alone, not its objects', { Resource: ARN }],
  ['it denies a folder only', { Resource: [ARN, `${ARN}/private/*`] }],
  [
    'it denies only what is secure and old',
    { Condition: { Bool: { 'aws:SecureTransport': 'true' }, NumericLessThan: { 's3:TlsVersion': '1.2' } } },
  ],
  ['it denies what is secure', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
  ['it denies nothing newer than TLS 1.0', { Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } } }],
  [
    'a further condition must hold',
    { Condition: { Bool: { 'aws:SecureTransport': 'false' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
  ],
])('fails when %s', (_, changed) =>
  expect(judged(check, [withPolicy(changed)])).toMatchObject({
    verdict: 'fail',
    failing: [{ message: expect.stringContaining('bucket invoices'), detail: { hasPolicy: true } }],
  }),
)

test('reads a condition that is written without quotation marks', () => {
  const Condition = JSON.parse('{"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:TlsVersion":1.2}}')
  expect(judged(check, [withPolicy({ Condition })]).verdict).toBe('pass')
})

test('fails for a bucket without a policy', () =>
  expect(judged(check, [bucket({ value: null })])).toMatchObject({
    verdict: 'fail',
    failing: [{ detail: { hasPolicy: false } }],
  }))

test('does not apply where there is no bucket', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown for a bucket whose policy was refused, and when buckets were not listed', () => {
  expect(judged(check, [bucket(unread('s3:GetBucketPolicy'))])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'denied' }],
  })
  expect(judged(check, [withPolicy({})], { gaps: [{ operation: 's3:ListBuckets' }] }).verdict).toBe('unknown')
})
