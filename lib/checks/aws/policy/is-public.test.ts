import { describe, expect, test } from 'vitest'
import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { isPublic } from './is-public'

const allowing = (parts: Omit<PolicyStatement, 'Effect'>): PolicyStatement => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...parts,
})
const everyoneIf = (operator: string, key: string, value: string | string[]) =>
  allowing({ Principal: '*', Condition: { [operator]: { [key]: value } } })

describe('whether a statement lets anyone in', () => {
  test('everyone is a star, a star among AWS principals, or all but some', () => {
    expect(isPublic(allowing({ Principal: '*' }))).toBe(true)
    expect(isPublic(allowing({ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } }))).toBe(true)
    expect(isPublic(allowing({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }))).toBe(true)
    expect(isPublic(allowing({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }))).toBe(false)
    expect(isPublic(allowing({ Principal: { Service: 'logs.amazonaws.com' } }))).toBe(false)
    expect(isPublic({ ...allowing({ Principal: '*' }), Effect: 'Deny' })).toBe(false)
  })

  test('a demanded account, organization, network or source narrows it', () => {
    expect(isPublic(everyoneIf('StringEquals', 'aws:PrincipalOrgID', 'o-example'))).toBe(false)
    expect(isPublic(everyoneIf('stringequals', 'AWS:SourceAccount', '111122223333'))).toBe(false)
    expect(isPublic(everyoneIf('StringEquals', 'kms:CallerAccount', '111122223333'))).toBe(false)
    expect(isPublic(everyoneIf('IpAddress', 'aws:SourceIp', '192.0.2.0/24'))).toBe(false)
    expect(isPublic(everyoneIf('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::logs*'))).toBe(false)
  })

  test.each([
    ['a key that says nothing about who asks', everyoneIf('Bool', 'aws:SecureTransport', 'true')],
    ['an operator that holds without the key', everyoneIf('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-example')],
    [
      'ForAllValues, which holds without the key',
      everyoneIf('ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o'),
    ],
    ['a negated operator', everyoneIf('StringNotEquals', 'aws:SourceAccount', '111122223333')],
    ['a wildcard alone', everyoneIf('StringLike', 'aws:PrincipalOrgID', '*')],
    ['every address among others', everyoneIf('IpAddress', 'aws:SourceIp', ['192.0.2.0/24', '0.0.0.0/0'])],
    ['an ARN of any account', everyoneIf('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/reader')],
    ['no value at all', everyoneIf('StringEquals', 'aws:SourceAccount', [])],
  ])('%s narrows nothing', (_, statement) => {
    expect(isPublic(statement)).toBe(true)
  })
})
