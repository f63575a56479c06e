import { describe, expect, test } from 'vitest'
import { TrustRuleInput } from '@/lib/model/trust-rule'
import { machineExamples } from './machine-examples'

const place = { url: 'https://proofline.example.org', org: 'acme' }

describe.each(machineExamples(place))('the example for $label', ({ rule, snippet }) => {
  test('is a rule once its capitals are filled in', () => {
    const { jwks: _, jwksUrl, ...fields } = rule
    const parsed = TrustRuleInput.safeParse({ ...fields, jwks: null, jwksUrl: jwksUrl || null })
    expect(parsed.error?.issues).toBeUndefined()
  })

  test('asks this installation for this organization, with a token that is made out to it alone', () => {
    expect(rule.audience).toBe('https://proofline.example.org/acme')
    expect(snippet).toContain('https://proofline.example.org/api/v1/token')
    expect(snippet).toContain('audience=acme')
    expect(snippet).toContain('https://proofline.example.org/acme')
  })

  test('never gives admin', () => expect(rule.role).not.toBe('admin'))
})
