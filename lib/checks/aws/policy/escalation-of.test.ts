import { describe, expect, test } from 'vitest'
import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { escalationOf } from './escalation-of'
import { ESCALATIONS } from './escalations'

const document = (...Statement: PolicyStatement[]) => ({ Statement })
const allow = (Action: string[], more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})

describe('ways to escalate', () => {
  test.each(ESCALATIONS.map((actions) => [actions.join(' + '), actions] as const))('%s is found', (_, actions) => {
    expect(escalationOf(document(allow([...actions])))).not.toBeNull()
    expect(escalationOf(document(...actions.map((action) => allow([action.toUpperCase()]))))).not.toBeNull()
  })

  test.each([
    ['one action of a pair', document(allow(['iam:PassRole']))],
    ['a named resource', document(allow(['iam:CreateAccessKey'], { Resource: 'arn:aws:iam::1:user/self' }))],
    [
      'a demanded permissions boundary',
      document(allow(['iam:PutUserPolicy'], { Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn' } } })),
    ],
    ['a deny of the same', document(allow(['iam:*']), { Effect: 'Deny', Action: 'iam:*', Resource: '*' })],
    [
      'everything but what matters',
      document({ Effect: 'Allow', NotAction: ['iam:*', 'lambda:*', 'glue:*'], Resource: '*' }),
    ],
    ['no document', null],
  ])('%s is none', (_, policy) => {
    expect(escalationOf(policy)).toBeNull()
  })

  test.each([
    ['a wildcard of the service', document(allow(['iam:*']))],
    ['a wildcard across services', document(allow(['*']))],
    ['a wildcard within the name', document(allow(['iam:Create*Version']))],
    ['what NotAction leaves', document({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })],
    ['every role of an account', document(allow(['iam:AttachRolePolicy'], { Resource: 'arn:aws:iam::1:role/*' }))],
    [
      'a deny that a condition lifts',
      document(allow(['iam:PutRolePolicy']), {
        Effect: 'Deny',
        Action: 'iam:*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    ],
  ])('%s counts', (_, policy) => {
    expect(escalationOf(policy)).not.toBeNull()
  })
})
