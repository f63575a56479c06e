import { describe, expect, test } from 'vitest'
import { role, trusting } from '@/lib/testing/aws-identity'
import { ACCOUNT } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamRoleTrustExternalId as check } from './check'

const VENDOR = 'arn:aws:iam::444455556666:root'
const guarded = trusting('vendor', { AWS: VENDOR }, { StringEquals: { 'sts:ExternalId': 'a1b2' } })

describe('roles that another account may assume', () => {
  test('passes with an external id, an organization or a source', () => {
    const organization = trusting('tools', { AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } })
    expect(judged(check, [guarded, organization])).toMatchObject({ verdict: 'pass', denominator: 2 })
  })

  test.each([
    ['another account without a condition', trusting('open', { AWS: ['444455556666', VENDOR] })],
    ['everyone', trusting('world', '*')],
    [
      'a condition that holds without its key',
      trusting('soft', { AWS: VENDOR }, { StringEqualsIfExists: { 'sts:ExternalId': 'a' } }),
    ],
    ['any external id', trusting('any', { AWS: VENDOR }, { StringLike: { 'sts:ExternalId': '*' } })],
    [
      'a condition about something else',
      trusting('mfa', { AWS: VENDOR }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ],
  ])('fails for %s', (_, one) => {
    const { verdict, failing } = judged(check, [guarded, one])
    expect(verdict).toBe('fail')
    expect(failing).toMatchObject([{ subject: { name: one.name }, detail: { statement: { Effect: 'Allow' } } }])
  })

  test('does not apply to services, the own account, federation and deleted principals', () => {
    const own = trusting('own', { AWS: [ACCOUNT, `arn:aws:iam::${ACCOUNT}:role/ci`, 'AROAEXAMPLEID'] })
    const federated = trusting('sso', { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` })
    expect(judged(check, [own, federated, trusting('ec2', { Service: 'ec2.amazonaws.com' })]).verdict).toBe(
      'not_applicable',
    )
  })

  test('is unknown when the details were refused or lack the trust policy', () => {
    expect(judged(check, [guarded], { gaps: [{ operation: 'iam:GetAccountAuthorizationDetails' }] }).verdict).toBe(
      'unknown',
    )
    expect(judged(check, [guarded, role('unread')])).toMatchObject({ verdict: 'unknown', undecided: [{}] })
  })
})
