import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { standards } from '@/lib/framework/standards'
import { controlToken, controlTokens } from './control-token'

const TOKEN = /^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u

describe('the token of a requirement', () => {
  test.each([
    ['AC-2', 'ac-2'],
    ['AC-2(1)', 'ac-2.1'],
    ['AC-2 (1)', 'ac-2.1'],
    ['AC-2(1)(a)', 'ac-2.1.a'],
    ['IAM-02', 'iam-02'],
    ['A.5.16', 'a.5.16'],
    ['CC6.1', 'cc6.1'],
    ['8.2.1', 'req-8.2.1'],
    ['PR.AA-01', 'pr.aa-01'],
    ['Identity / Identity Stores', 'identity-identity-stores'],
    ['Devices / Policy Enforcement & Monitoring', 'devices-policy-enforcement-monitoring'],
    ['§ 4 Abs. 2', 'req-4-abs.-2'],
    ['6', 'req-6'],
  ])('of %s is %s', (id, token) => {
    expect(controlToken(id)).toBe(token)
  })

  test('is one that OSCAL takes and in lower case, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        const token = controlToken(id)
        expect(token).toMatch(TOKEN)
        expect(token).toBe(token.toLowerCase())
      }),
    )
  })

  test('is no other id’s within one framework', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[Aa1 .()-]{1,4}$/)), (ids) => {
        const tokens = controlTokens(ids)
        expect(new Set(tokens.values()).size).toBe(new Set(ids).size)
      }),
    )
  })

  test.each(standards)('needs no digest in any id of $shortName', ({ id }) => {
    const ids = builtInFramework(id)?.requirements.map((one) => one.id) ?? []
    expect(ids.length).toBeGreaterThan(0)
    for (const [given, token] of controlTokens(ids)) expect(token).toBe(controlToken(given))
  })
})
