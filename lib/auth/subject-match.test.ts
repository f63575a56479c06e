import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SubjectPattern } from '@/lib/model/subject-pattern'
import { matchesSubject } from './subject-match'

const MAIN = 'repo:acme/api:ref:refs/heads/main'

describe('a subject that looks like the pattern', () => {
  test.each([
    [MAIN, MAIN],
    ['repo:acme/*:ref:refs/heads/main', MAIN],
    ['repo:acme/api-*:environment:production', 'repo:acme/api-eu:environment:production'],
    ['repo:acme/*-api:ref:refs/heads/*', 'repo:acme/eu-api:ref:refs/heads/main'],
    ['system:serviceaccount:ci:*', 'system:serviceaccount:ci:deployer'],
    ['spiffe://prod.example.org/ns/*/sa/deployer', 'spiffe://prod.example.org/ns/payments/sa/deployer'],
    ['110169484474386276334', '110169484474386276334'],
  ])('%s takes %s', (pattern, subject) => expect(matchesSubject(pattern, subject)).toBe(true))
})

describe('a hostile subject', () => {
  test.each([
    ['of another owner that begins alike', 'repo:acme/*', 'repo:acme-evil/api'],
    ['of another owner with the real one inside', 'repo:acme/*', 'repo:evil/repo:acme/api'],
    ['that goes on after the pattern', 'repo:acme/api', 'repo:acme/api:ref:refs/heads/main'],
    ['that goes on after the star', 'repo:acme/*', 'repo:acme/api:ref:refs/heads/main'],
    ['that goes deeper after the star', 'repo:acme/*', 'repo:acme/api/evil'],
    ['that climbs', 'spiffe://prod.example.org/ns/*', 'spiffe://prod.example.org/ns/../admin'],
    ['with nothing for the star', 'repo:acme/*', 'repo:acme/'],
    ['with nothing left between both ends of the star', 'repo:acme/a*a', 'repo:acme/a'],
    ['with nothing for the star between both ends', 'repo:acme/a*a', 'repo:acme/aa'],
    ['with the separators exchanged', 'repo:acme/api:ref', 'repo/acme:api/ref'],
    ['on a branch with the name of another', 'repo:acme/api:ref:refs/heads/main', 'repo:acme/api:ref:refs/heads/main2'],
    ['from a pull request', 'repo:acme/api:ref:refs/heads/*', 'repo:acme/api:pull_request'],
    ['on a tag', 'repo:acme/api:ref:refs/heads/*', 'repo:acme/api:ref:refs/tags/v1'],
    ['in capitals', 'repo:acme/*', 'repo:ACME/api'],
    ['with a line break at its end', MAIN, `${MAIN}\n`],
    ['with a line break before it', MAIN, `evil\n${MAIN}`],
    ['with a NUL in it', 'repo:acme/*', 'repo:acme/api\0'],
    ['with a look-alike letter (Cyrillic а)', 'repo:acme/*', 'repo:аcme/api'],
    ['with a look-alike where the star stands', 'repo:acme/*', 'repo:acme/аpi'],
    ['with a full-width slash', 'repo:acme/*', 'repo:acme\uff0fapi'],
    ['with a zero-width space', 'repo:acme/*', 'repo:acme/ap\u200bi'],
    ['written with escapes', 'repo:acme/api', 'repo:acme%2Fapi'],
    ['that is a pattern itself', 'repo:acme/api', 'repo:acme/*'],
    ['that holds signs of regular expressions', 'repo:acme.io/api', 'repo:acmeXio/api'],
    ['that is empty', 'repo:acme/*', ''],
    ['that is longer than any', 'repo:acme/*', `repo:acme/${'a'.repeat(2000)}`],
  ])('%s is refused', (_, pattern, subject) => expect(matchesSubject(pattern, subject)).toBe(false))

  test('never matches a pattern with other words in the parts that are written out', () => {
    const part = fc.stringMatching(/^[a-z0-9._-]{1,12}$/)
    fc.assert(
      fc.property(part, part, fc.string(), (owner, other, rest) => {
        fc.pre(owner !== other)
        expect(matchesSubject(`repo:${owner}/*`, `repo:${other}/${rest}`)).toBe(false)
      }),
    )
  })

  test('matches in time that does not depend on what it holds', () => {
    const began = performance.now()
    for (let i = 0; i < 1000; i++) matchesSubject(`repo:a/${'a'.repeat(100)}*b`, `repo:a/${'a'.repeat(900)}c`)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('a pattern', () => {
  test.each([
    ['*'],
    ['repo:*'],
    ['repo:*/*:ref:refs/heads/main'],
    ['*:acme/api'],
    ['repo:acme/**'],
    ['repo:acme/a*b*c'],
    ['repo:аcme/api'],
    ['repo:acme/api\n'.padEnd(400, 'x')],
    [''],
    [' '],
  ])('%j is refused', (pattern) => expect(SubjectPattern.safeParse(pattern).success).toBe(false))

  test('is what it is, without spaces around it', () => expect(SubjectPattern.parse(` ${MAIN} `)).toBe(MAIN))
})
