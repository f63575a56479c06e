import { describe, expect, test } from 'vitest'
import { role, trusting } from '@/lib/testing/aws-identity'
import { ACCOUNT } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamOidcTrustSubPinned as check } from './check'

const GITHUB = 'token.actions.githubusercontent.com'
const CLUSTER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE'
const trustIn = (provider: string, condition?: Record<string, Record<string, string | string[]>>) =>
  trusting('ci', { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${provider}` }, condition)
const aud = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' }
const sub = (operator: string, value: string | string[]) =>
  trustIn(GITHUB, {
    StringEquals: aud,
    [operator]: { ...(operator === 'StringEquals' ? aud : {}), [`${GITHUB}:sub`]: value },
  })

describe('roles that trust an OIDC provider', () => {
  test.each([
    ['one subject', sub('StringEquals', 'repo:owner/name:ref:refs/heads/main')],
    ['all of one repository', sub('StringLike', ['repo:owner/name:*', 'repo:owner/other:environment:live'])],
    [
      'a service account',
      trustIn(CLUSTER, {
        StringEquals: { [`${CLUSTER}:aud`]: 'sts.amazonaws.com', [`${CLUSTER}:sub`]: 'system:serviceaccount:shop:web' },
      }),
    ],
    ['a star that no Like operator reads', sub('StringEquals', 'repo:owner/*')],
  ])('passes for %s', (_, one) => {
    expect(judged(check, [one]).verdict).toBe('pass')
  })

  test.each([
    ['no condition', trustIn(GITHUB), 'an audience'],
    [
      'no audience',
      trustIn(GITHUB, { StringEquals: { [`${GITHUB}:sub`]: 'repo:owner/name:environment:live' } }),
      'an audience',
    ],
    ['no subject', trustIn(GITHUB, { StringEquals: aud }), 'one subject'],
    ['a subject of wildcards', sub('StringLike', '*'), 'one subject'],
    ['all repositories of an owner', sub('StringLike', 'repo:owner/*'), 'one subject'],
    [
      'one wide subject among narrow ones',
      sub('StringLike', ['repo:owner/name:*', 'repo:owner/*:environment:live']),
      'one subject',
    ],
    [
      'all namespaces',
      trustIn(CLUSTER, {
        StringEquals: { [`${CLUSTER}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${CLUSTER}:sub`]: 'system:serviceaccount:*:web' },
      }),
      'one subject',
    ],
    [
      'the subject of another provider',
      trustIn(GITHUB, { StringEquals: { ...aud, [`${CLUSTER}:sub`]: 'repo:owner/name:x' } }),
      'one subject',
    ],
  ])('fails for %s', (_, one, missing) => {
    const { verdict, failing } = judged(check, [one])
    expect(verdict).toBe('fail')
    expect(failing[0]?.message).toContain(`without demanding ${missing}`)
  })

  test('does not apply where no role trusts an OIDC provider', () => {
    const saml = trusting('sso', { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` })
    expect(judged(check, [saml, trusting('ec2', { Service: 'ec2.amazonaws.com' })]).verdict).toBe('not_applicable')
  })

  test('is unknown when the details were refused or lack the trust policy', () => {
    expect(judged(check, [], { gaps: [{ operation: 'iam:GetAccountAuthorizationDetails' }] }).verdict).toBe('unknown')
    expect(judged(check, [role('unread')]).verdict).toBe('unknown')
  })
})
