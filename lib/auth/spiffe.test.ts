import { describe, expect, test } from 'vitest'
import { trustDomainOf } from './spiffe'

test.each([
  ['spiffe://prod.example.org/ns/payments/sa/deployer', 'prod.example.org'],
  ['spiffe://a_b-c.d/A.b_c-1', 'a_b-c.d'],
])('%s is of the trust domain %s', (id, domain) => expect(trustDomainOf(id)).toBe(domain))

describe('no SPIFFE ID is', () => {
  test.each([
    ['https://prod.example.org/ns'],
    ['SPIFFE://prod.example.org/ns'],
    ['spiffe://prod.example.org'],
    ['spiffe://prod.example.org/'],
    ['spiffe://prod.example.org/ns/'],
    ['spiffe://prod.example.org//ns'],
    ['spiffe://prod.example.org/./ns'],
    ['spiffe://prod.example.org/ns/../admin'],
    ['spiffe://PROD.example.org/ns'],
    ['spiffe://prod.example.org:443/ns'],
    ['spiffe://user@prod.example.org/ns'],
    ['spiffe://prod.example.org/ns?x=1'],
    ['spiffe://prod.example.org/ns#x'],
    ['spiffe://prod.example.org/n%73'],
    ['spiffe://prod.example.org/nś'],
    ['spiffe:///ns'],
    ['spiffe://prod.example.org/ns\n'],
    [`spiffe://prod.example.org/${'a'.repeat(2048)}`],
    [`spiffe://${'a'.repeat(256)}/ns`],
    [undefined],
    [['spiffe://prod.example.org/ns']],
  ])('%j', (id) => expect(trustDomainOf(id)).toBeNull())
})
