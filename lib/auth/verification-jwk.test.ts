import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { algorithmsOf, ForeignJwk } from './verification-jwk'

const rsa = (modulusLength: number, more: object = {}) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
  return ForeignJwk.parse({ ...publicKey.export({ format: 'jwk' }), kid: 'key', ...more })
}
const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

describe('an RSA key', () => {
  test('of 2,048 bits may have signed, and with nothing but RSA', () => expect(algorithmsOf(rsa(2048))).toEqual(RSA))
  test.each([1024, 2040])('of %i bits is too short to be believed', (bits) =>
    expect(algorithmsOf(rsa(bits))).toEqual([]),
  )
  test('that names its algorithm signs with that alone', () => {
    expect(algorithmsOf(rsa(2048, { alg: 'PS256' }))).toEqual(['PS256'])
    expect(algorithmsOf(rsa(2048, { alg: 'HS256' }))).toEqual([])
  })
  test.each([{ use: 'enc' }, { key_ops: ['encrypt'] }])(
    'that is for something else (%j) verifies nothing',
    (purpose) => {
      expect(algorithmsOf(rsa(2048, purpose))).toEqual([])
    },
  )
})

test.each([
  [{ kty: 'EC', crv: 'P-256' }, ['ES256']],
  [{ kty: 'EC', crv: 'secp256k1' }, []],
  [{ kty: 'OKP', crv: 'Ed25519' }, ['EdDSA']],
  [{ kty: 'oct' }, []],
])('%j may have signed with %j', (key, algorithms) => {
  expect(algorithmsOf({ kid: 'key', ...key })).toEqual(algorithms)
})
