import { expect, test } from 'vitest'
import type { PolicyDocument } from '@/lib/model/facts/aws-policy'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { organizationsScpDenyPresent as check } from './check'

const organization = (managementAccount = ACCOUNT) =>
  resourceOf('aws.organizations.organization', 'o-1', { managementAccount, featureSet: 'ALL' })
const statement = (Effect: 'Allow' | 'Deny'): PolicyDocument => ({ Statement: { Effect, Action: '*', Resource: '*' } })
const policy = (document: PolicyDocument | null, targets = ['r-1'], awsManaged = false) =>
  resourceOf('aws.organizations.scp', `p-${targets.length}`, { awsManaged, document, targets })
const full = policy(statement('Allow'), ['r-1'], true)

test('passes when the management account sees a denying policy attached', () =>
  expect(judged(check, [organization(), full, policy(statement('Deny'))])).toMatchObject({
    verdict: 'pass',
    denominator: 1,
  }))

test('passes with one denying statement among others, also when targets of another policy were not read', () => {
  const mixed = policy({
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'ec2:*' },
    ],
  })
  const gaps = [{ operation: 'organizations:ListTargetsForPolicy' }]
  expect(judged(check, [organization(), mixed], { gaps }).verdict).toBe('pass')
})

test.each([
  ['only the policy of AWS', [full]],
  ['a policy that is attached to nothing', [policy(statement('Deny'), [])]],
  ['a policy that denies nothing', [policy(statement('Allow'))]],
])('fails with %s', (_, policies) =>
  expect(judged(check, [organization(), ...policies])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'o-1' }, message: expect.stringContaining('Organization o-1') }],
  }),
)

test('does not apply to an account without an organization, nor to a member, which cannot read the policies', () => {
  const gaps = [{ operation: 'organizations:ListPolicies' }]
  expect(judged(check, [], { gaps }).verdict).toBe('not_applicable')
  expect(judged(check, [organization('444455556666')], { gaps }).verdict).toBe('not_applicable')
})

test.each(['organizations:DescribeOrganization', 'organizations:ListPolicies'])(
  'is unknown when %s was refused',
  (operation) => {
    const resources = operation.endsWith('Policies') ? [organization()] : []
    expect(judged(check, resources, { gaps: [{ operation }] }).verdict).toBe('unknown')
  },
)

test('is unknown when the document or the targets of a policy were not read', () => {
  expect(judged(check, [organization(), policy(null)])).toMatchObject({ verdict: 'unknown', failing: [] })
  const gaps = [{ operation: 'organizations:ListTargetsForPolicy' }]
  expect(judged(check, [organization(), policy(statement('Deny'), [])], { gaps })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'denied', operation: 'organizations:ListTargetsForPolicy' }],
  })
})
