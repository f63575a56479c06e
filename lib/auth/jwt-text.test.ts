import { describe, expect, test } from 'vitest'
import { hasDuplicateNames, readJwt } from './jwt-text'

const part = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')
const jwt = (payload: string | Uint8Array, header = '{"alg":"ES256"}') => `${part(header)}.${part(payload)}.AAAA`

test('a compact token is read, and what was signed is told apart from the signature', () => {
  expect(readJwt(jwt('{"sub":"a"}'))).toEqual({
    header: { alg: 'ES256' },
    payload: { sub: 'a' },
    signed: `${part('{"alg":"ES256"}')}.${part('{"sub":"a"}')}`,
  })
})

describe('no token is read from', () => {
  test.each([
    ['nothing', ''],
    ['two parts', 'e30.e30'],
    ['four parts', 'e30.e30.e30.e30'],
    ['an encrypted token', 'e30.e30.e30.e30.e30'],
    ['a token without a signature', 'e30.e30.'],
    ['JSON serialisation', '{"payload":"e30","signatures":[]}'],
    ['padding', 'e30=.e30.AAAA'],
    ['standard base64', 'e3+/.e30.AAAA'],
    ['bits beyond the bytes', 'e31.e30.AAAA'],
    ['a line break', 'e30.e30.AAAA\n'],
    ['a payload that is no JSON', jwt('sub')],
    ['a payload that is a list', jwt('[]')],
    ['a payload that is a token itself', jwt('"e30.e30.AAAA"')],
    ['a payload that is no UTF-8', jwt(new Uint8Array([0x7b, 0xff, 0x7d]))],
    ['a payload that names a member twice', jwt('{"sub":"a","sub":"b"}')],
    ['a header that names a member twice', jwt('{}', '{"alg":"none","alg":"ES256"}')],
    ['a payload nested as deep as it goes', jwt(`${'['.repeat(6000)}${']'.repeat(6000)}`)],
    ['a token larger than any', jwt(`{"sub":"${'a'.repeat(20_000)}"}`)],
  ])('%s', (_, token) => expect(readJwt(token)).toBeNull())
})

describe('a member named twice', () => {
  test.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"b":{"a":1,"a":2}}', true],
    ['[{"a":1},{"a":1,"b":[],"a":0}]', true],
    ['{"a":1,"b":2}', false],
    ['{"a":{"a":{"a":1}}}', false],
    ['{"a":["a","a","a"]}', false],
    ['{"a":"a","b":"a"}', false],
    ['{"a":"\\"a\\":1,\\"a\\"","b":"}{,"}', false],
    ['{"A":1,"a":2}', false],
    ['[]', false],
  ])('is seen in %s: %s', (json, twice) => expect(hasDuplicateNames(json)).toBe(twice))
})
