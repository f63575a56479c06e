import { expect, test } from 'vitest'
import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { Reading } from '@/lib/model/resource'
import { keyOf, OWN_KEY } from '@/lib/testing/aws-resources'
import { judged, unread } from '@/lib/testing/judged'
import { kmsKeyNotPublic as check } from './check'

const key = (policy: Reading<PolicyDocument | null>, manager = 'CUSTOMER', id = 'key-1') =>
  keyOf({ policy, description: { value: { ...OWN_KEY, manager } } }, id)
const allowing = (Principal: PolicyStatement['Principal'], Condition: PolicyStatement['Condition'] = {}) => ({
  value: {
    Statement: [{ Sid: 'Use', Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*', Condition }],
  } as PolicyDocument,
})
const OWN_ACCOUNT = { AWS: 'arn:aws:iam::111122223333:root' }

test('passes for named principals, and for everyone under a condition that narrows it', () => {
  const narrowed = allowing('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })
  expect(judged(check, [key(allowing(OWN_ACCOUNT)), key(narrowed)])).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test.each<[string, PolicyStatement['Principal'], PolicyStatement['Condition']]>([
  ['everyone', '*', {}],
  ['every AWS principal', { AWS: ['*'] }, {}],
  ['everyone over TLS, which narrows nothing', '*', { Bool: { 'aws:SecureTransport': 'true' } }],
])('fails for %s, and shows the statement', (_, principal, condition) =>
  expect(
    judged(check, [key(allowing(OWN_ACCOUNT)), key(allowing(principal, condition), 'CUSTOMER', 'key-2')]),
  ).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'key-2' }, detail: { statements: [{ sid: 'Use', action: 'kms:*' }] } }],
  }),
)

test('does not apply where all keys are those of AWS, or there is none', () => {
  expect(judged(check, [key(allowing('*'), 'AWS')]).verdict).toBe('not_applicable')
  expect(judged(check, []).verdict).toBe('not_applicable')
})

test('is unknown when the policy or the list was not read, or the policy came empty', () => {
  expect(judged(check, [key(unread('kms:GetKeyPolicy'))])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'denied' }],
  })
  expect(judged(check, [key({ value: null })])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  const gaps = [{ operation: 'kms:ListKeys', region: 'eu-west-1' }]
  expect(judged(check, [key(allowing(OWN_ACCOUNT))], { gaps }).verdict).toBe('unknown')
})
