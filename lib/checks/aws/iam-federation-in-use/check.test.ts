import { describe, expect, test } from 'vitest'
import { ACCOUNT, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { iamFederationInUse as check } from './check'

const saml = resourceOf('aws.iam.saml-provider', `arn:aws:iam::${ACCOUNT}:saml-provider/corp`, { createdAt: null })
const oidc = resourceOf('aws.iam.oidc-provider', `arn:aws:iam::${ACCOUNT}:oidc-provider/id`, { url: 'id.example.org' })
const center = (status: string) => resourceOf('aws.sso.instance', 'arn:aws:sso:::instance/one', { status })
const gaps = check.operations.map((operation) => ({ operation }))

describe('federation, whose failing branch fixtures alone show', () => {
  test.each([
    ['a SAML provider', saml],
    ['an OIDC provider', oidc],
    ['an instance of IAM Identity Center', center('ACTIVE')],
  ])('passes with %s, whatever else was refused', (_, one) => {
    expect(judged(check, [one]).verdict).toBe('pass')
    expect(judged(check, [one], { gaps }).verdict).toBe('pass')
  })

  test('fails without any, and with an instance that is going away', () => {
    expect(judged(check, []).failing).toMatchObject([{ subject: { type: 'aws.account', id: ACCOUNT } }])
    expect(judged(check, [center('DELETE_IN_PROGRESS')]).verdict).toBe('fail')
  })

  test('never does not apply, and is unknown when none was seen and one list was refused', () => {
    for (const gap of gaps) expect(judged(check, [], { gaps: [gap] }).verdict).toBe('unknown')
  })
})
