import { expect, test } from 'vitest'
import { machinesTitle } from './machines-title'

const of = (...issuers: string[]) => issuers.map((issuer) => ({ issuer }))

test.each([
  [[], 0, 'No machine can act here yet'],
  [of('a'), 0, 'One issuer is trusted, no access tokens hold now'],
  [of('a', 'a', 'b'), 1, 'Two issuers are trusted, one access token holds now'],
  [[], 2, 'No issuers are trusted, two access tokens hold now'],
])('%j with %d tokens: %s', (rules, tokens, title) => {
  expect(machinesTitle(rules, Array.from({ length: tokens }))).toBe(title)
})
