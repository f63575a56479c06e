import { createHmac } from 'node:crypto'
import { exportSPKI, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { overrideEnv } from '@/lib/env'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { exchange, exchangeForm, reasonOfLastExchange } from '@/lib/testing/exchange'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { signJwt } from '@/lib/testing/trusted-issuer'
import { AUDIENCE, buildClaims, ISSUER, inSeconds, SUBJECT, trusting, WORKLOAD } from '@/lib/testing/trusting'
import { POST } from './route'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

let database: TestDatabase
let cast: Cast
let other: Cast
let trust: Awaited<ReturnType<typeof trusting>>

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: cast, attacker: other } = await twoOrganizations())
  overrideEnv({ ratePerMinute: 1_000_000 })
  trust = await trusting(cast)
})
afterAll(() => database.close())

const pieces = async () => (await trust.signed({})).split('.') as [string, string, string]
const ask = (token: string, org = cast.org) => exchange(POST, exchangeForm(token, org))

const state = () =>
  forOrganizations([cast.organization.id], async (tx) => ({
    tokens: await tx.accessToken.count(),
    used: await tx.usedToken.count(),
    denials: await tx.accessDecision.count({ where: { action: 'token:exchange', effect: 'deny' } }),
  }))

const lastReason = () => reasonOfLastExchange(cast)

describe('a token as it should be', () => {
  test.each([
    ['ES256', () => trust.signed({})],
    ['ES384', () => trust.signed({}, {}, trust.keys.ec384)],
    ['RS256', () => trust.signed({}, {}, trust.keys.rsa)],
    ['EdDSA', () => trust.signed({}, {}, trust.keys.ed)],
    ['several audiences', () => trust.signed({ aud: ['https://elsewhere.example.org', AUDIENCE] })],
    ['no type', () => trust.signed({}, { typ: undefined })],
    ['a clock that is half a minute ahead', () => trust.signed({ iat: inSeconds(30), nbf: inSeconds(30) })],
    ['half a minute too late', () => trust.signed({ iat: inSeconds(-300), nbf: undefined, exp: inSeconds(-30) })],
    ['a JWT-SVID', () => trust.svid()],
    ['a JWT-SVID of the type JOSE', () => trust.svid({}, { typ: 'JOSE' })],
  ])('%s is exchanged', async (_, token) => expect((await ask(await token())).status).toBe(200))
})

/** What is wrong, how to make it, and the reason that the organization's own log gives. */
const HOSTILE: [string, () => Promise<string> | string, string][] = [
  [
    'signed with somebody else’s key under the name of the issuer’s',
    () => trust.signed({}, {}, trust.keys.stranger),
    'signature-wrong',
  ],
  [
    'with claims changed after signing',
    async () => {
      const [h, , s] = await pieces()
      return `${h}.${part({ ...buildClaims(), sub: 'repo:acme/other:ref:refs/heads/main' })}.${s}`
    },
    'signature-wrong',
  ],
  [
    'with a header changed after signing',
    async () => {
      const [, p, s] = await pieces()
      return `${part({ alg: 'ES256', kid: 'ec' })}.${p}.${s}`
    },
    'signature-wrong',
  ],
  ['with a truncated signature', async () => (await trust.signed({})).slice(0, -4), 'signature-wrong'],
  [
    'with a signature of nothing but zeroes',
    async () => {
      const [h, p] = await pieces()
      return `${h}.${p}.${Buffer.alloc(64).toString('base64url')}`
    },
    'signature-wrong',
  ],
  [
    'with a truncated payload',
    async () => {
      const [h, p, s] = await pieces()
      return `${h}.${p.slice(0, -8)}.${s}`
    },
    'token-malformed',
  ],
  ['without a signature', async () => (await pieces()).slice(0, 2).join('.'), 'token-malformed'],
  ['with an empty signature', async () => `${(await pieces()).slice(0, 2).join('.')}.`, 'token-malformed'],
  [
    'of the algorithm none',
    () => `${part({ alg: 'none', kid: 'ec', typ: 'JWT' })}.${part(buildClaims())}.AAAA`,
    'algorithm-refused',
  ],
  [
    'of the algorithm NonE',
    () => `${part({ alg: 'NonE', kid: 'ec' })}.${part(buildClaims())}.AAAA`,
    'algorithm-refused',
  ],
  [
    'of HS256 with the public key in PEM as the secret',
    async () => hmac(await pem(), 'HS256', 'sha256'),
    'algorithm-refused',
  ],
  [
    'of HS256 with the public key in JSON as the secret',
    () => hmac(JSON.stringify(trust.keys.rsa.publicJwk), 'HS256', 'sha256'),
    'algorithm-refused',
  ],
  ['of HS512', () => hmac('secret', 'HS512', 'sha512'), 'algorithm-refused'],
  ['of an algorithm that is for another key', () => trust.signed({}, { kid: 'ec384' }), 'algorithm-refused'],
  [
    'of PS256 by a key that is for RS256',
    async () => signJwt({ ...trust.keys.rsa, alg: 'PS256', privateKey: await forPs256() }, buildClaims()),
    'algorithm-refused',
  ],
  ['of ES256 by the name of an RSA key', () => trust.signed({}, { kid: 'any-rsa' }), 'algorithm-refused'],
  ['by a key that is for encrypting', () => trust.signed({}, { kid: 'enc' }, trust.keys.rsa), 'algorithm-refused'],
  ['by a name that two keys have', () => trust.signed({}, { kid: 'twice' }, trust.keys.rsa), 'key-unknown'],
  ['by a key that the issuer does not have', () => trust.signed({}, { kid: 'unknown' }), 'key-unknown'],
  ['by a key named like a file', () => trust.signed({}, { kid: '../../../dev/null' }), 'key-unknown'],
  ['by a key named like SQL', () => trust.signed({}, { kid: "x' OR '1'='1" }), 'key-unknown'],
  ['without the name of a key', () => trust.signed({}, { kid: undefined }), 'header-refused'],
  ['with a number for the name of its key', () => trust.signed({}, { kid: 7 }), 'header-refused'],
  [
    'that brings its own key (jwk)',
    () => trust.signed({}, { jwk: trust.keys.stranger.publicJwk }, trust.keys.stranger),
    'header-refused',
  ],
  [
    'that says where its keys are (jku)',
    () => trust.signed({}, { jku: 'https://evil.example.org/keys' }, trust.keys.stranger),
    'header-refused',
  ],
  [
    'that says where its certificate is (x5u)',
    () => trust.signed({}, { x5u: 'https://evil.example.org/cert' }),
    'header-refused',
  ],
  ['that brings its own certificate (x5c)', () => trust.signed({}, { x5c: ['AAAA'] }), 'header-refused'],
  [
    'that demands an extension (crit)',
    () => `${part({ alg: 'ES256', kid: 'ec', crit: ['exp'], exp: 0 })}.${part(buildClaims())}.AAAA`,
    'header-refused',
  ],
  [
    'with a payload that is not encoded (b64)',
    () => `${part({ alg: 'ES256', kid: 'ec', b64: false })}.${part(buildClaims())}.AAAA`,
    'header-refused',
  ],
  ['with another token inside (cty)', () => trust.signed({}, { cty: 'JWT' }), 'header-refused'],
  ['of the type of access tokens', () => trust.signed({}, { typ: 'at+jwt' }), 'header-refused'],
  ['of the type of logout tokens', () => trust.signed({}, { typ: 'logout+jwt' }), 'header-refused'],
  ['with a list for a type', () => trust.signed({}, { typ: ['JWT'] }), 'header-refused'],
  [
    'whose header names the algorithm twice',
    () => `${Buffer.from('{"alg":"none","alg":"ES256","kid":"ec"}').toString('base64url')}.${part(buildClaims())}.AAAA`,
    'token-malformed',
  ],
  [
    'whose claims name the subject twice',
    () => trust.signed(`{"sub":"repo:evil/x",${JSON.stringify(buildClaims()).slice(1)}`),
    'token-malformed',
  ],
  [
    'whose claims name the subject twice, once escaped',
    () => trust.signed(`{"\\u0073ub":"repo:evil/x",${JSON.stringify(buildClaims()).slice(1)}`),
    'token-malformed',
  ],
  ['that has expired', () => trust.signed({ iat: inSeconds(-600), nbf: undefined, exp: inSeconds(-61) }), 'expired'],
  ['that is of tomorrow (nbf)', () => trust.signed({ nbf: inSeconds(90) }), 'not-yet-valid'],
  ['that was issued in the future (iat)', () => trust.signed({ iat: inSeconds(90), nbf: undefined }), 'not-yet-valid'],
  ['that lives longer than a day', () => trust.signed({ exp: inSeconds(24 * 3600 + 1) }), 'lives-too-long'],
  [
    'that lives longer than a day and does not say since when',
    () => trust.signed({ iat: undefined, nbf: undefined, exp: inSeconds(25 * 3600) }),
    'lives-too-long',
  ],
  ['that never expires', () => trust.signed({ exp: undefined }), 'claims-malformed'],
  ['that expires as text', () => trust.signed({ exp: String(inSeconds(300)) }), 'claims-malformed'],
  [
    'that expires at infinity',
    () => trust.signed(`${JSON.stringify({ ...buildClaims(), exp: undefined }).slice(0, -1)},"exp":1e999}`),
    'claims-malformed',
  ],
  ['that begins as text', () => trust.signed({ nbf: '0' }), 'claims-malformed'],
  ['for another audience', () => trust.signed({ aud: 'https://elsewhere.example.org' }), 'audience-wrong'],
  ['for an audience that begins alike', () => trust.signed({ aud: `${AUDIENCE}.evil.example` }), 'audience-wrong'],
  ['for an audience with a slash more', () => trust.signed({ aud: `${AUDIENCE}/` }), 'audience-wrong'],
  ['for nobody', () => trust.signed({ aud: [] }), 'claims-malformed'],
  ['without an audience', () => trust.signed({ aud: undefined }), 'claims-malformed'],
  ['for an audience that is an object', () => trust.signed({ aud: { [AUDIENCE]: true } }), 'claims-malformed'],
  ['of another issuer', () => trust.signed({ iss: 'https://evil.example.org' }), 'no-rule'],
  ['of the issuer with a slash more', () => trust.signed({ iss: `${ISSUER}/` }), 'no-rule'],
  ['of the issuer in capitals', () => trust.signed({ iss: ISSUER.toUpperCase() }), 'no-rule'],
  ['of the issuer in a list', () => trust.signed({ iss: [ISSUER] }), 'no-rule'],
  ['of no issuer', () => trust.signed({ iss: undefined }), 'no-rule'],
  ['of Proofline itself', async () => other.token('admin'), 'no-rule'],
  ['about another subject', () => trust.signed({ sub: 'repo:evil/api:ref:refs/heads/main' }), 'subject-wrong'],
  ['about a subject that goes on', () => trust.signed({ sub: `${SUBJECT}:extra` }), 'subject-wrong'],
  [
    'about a subject that looks alike (Cyrillic а)',
    () => trust.signed({ sub: 'repo:аcme/api:ref:refs/heads/main' }),
    'subject-wrong',
  ],
  [
    'about a subject with half a surrogate pair',
    () => trust.signed({ sub: 'repo:acme/\ud800:ref:refs/heads/main' }),
    'subject-wrong',
  ],
  ['about a subject with a NUL', () => trust.signed({ sub: `${SUBJECT}\0` }), 'subject-wrong'],
  ['about nobody', () => trust.signed({ sub: undefined }), 'claims-malformed'],
  ['about a number', () => trust.signed({ sub: 7 }), 'claims-malformed'],
  ['about a list', () => trust.signed({ sub: [SUBJECT] }), 'claims-malformed'],
  ['with claims that are a list', () => trust.signed('[]'), 'token-malformed'],
  [
    'with claims nested as deep as they go',
    () => trust.signed(`${'['.repeat(5000)}${']'.repeat(5000)}`),
    'token-malformed',
  ],
  ['with a member named __proto__', () => trust.signed(`{"__proto__":${JSON.stringify(buildClaims())}}`), 'no-rule'],
  ['that is encrypted', () => 'e30.e30.e30.e30.e30', 'token-malformed'],
  ['in JSON', () => JSON.stringify({ payload: part(buildClaims()), signatures: [] }), 'token-malformed'],
  ['with spaces around it', async () => ` ${await trust.signed({})} `, 'token-malformed'],
  ['that is no token', () => 'hunter2', 'token-malformed'],
  [
    'of the SPIFFE trust domain by another one’s key',
    () => trust.signed({ sub: WORKLOAD, iss: undefined }),
    'key-unknown',
  ],
  [
    'of another trust domain',
    () => trust.svid({ sub: 'spiffe://evil.example.org/ns/payments/sa/deployer' }),
    'no-rule',
  ],
  [
    'of a trust domain that begins alike',
    () => trust.svid({ sub: `spiffe://prod.example.org.evil/ns/payments/sa/deployer` }),
    'no-rule',
  ],
  [
    'of a workload that climbs out of its namespace',
    () => trust.svid({ sub: `spiffe://prod.example.org/ns/../sa/deployer` }),
    'no-rule',
  ],
  [
    'of a workload of another kind',
    () => trust.svid({ sub: `spiffe://prod.example.org/ns/payments/sa/other` }),
    'subject-wrong',
  ],
  ['of a workload, with a header member SPIFFE has not', () => trust.svid({}, { x5t: 'AAAA' }), 'header-refused'],
  ['of a workload, for nobody', () => trust.svid({ aud: [] }), 'claims-malformed'],
  ['of a workload, without an end', () => trust.svid({ exp: undefined }), 'claims-malformed'],
]

describe(`a hostile token, in ${HOSTILE.length} shapes,`, () => {
  test.each(HOSTILE)(
    '%s: one line for its bearer, the reason for the organization, and nothing is kept',
    async (_, make, reason) => {
      const before = await state()
      const { status, body, headers } = await ask(await make())
      expect({ status, body }).toEqual({
        status: 400,
        body: { error: 'invalid_request', error_description: 'The subject token is not accepted.' },
      })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(await state()).toEqual({ ...before, denials: before.denials + 1 })
      expect(await lastReason()).toBe(reason)
    },
  )

  test('is told nothing else by an organization that has no rules, nor by one that does not exist', async () => {
    const good = await trust.signed({})
    const answers = await Promise.all([ask(good, other.org), ask(good, 'no-such-organization')])
    for (const { status, body } of answers) {
      expect({ status, ...body }).toEqual({
        status: 400,
        error: 'invalid_request',
        error_description: 'The subject token is not accepted.',
      })
    }
  })
})

function hmac(secret: string, alg: string, hash: string): string {
  const text = `${part({ alg, kid: 'rsa', typ: 'JWT' })}.${part(buildClaims())}`
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`
}

async function pem(): Promise<string> {
  const imported = await importJWK(trust.keys.rsa.publicJwk, 'RS256', { extractable: true })
  return exportSPKI(imported as CryptoKey)
}

async function forPs256(): Promise<CryptoKey> {
  const jwk = await crypto.subtle.exportKey('jwk', trust.keys.rsa.privateKey)
  return (await importJWK({ ...jwk, kty: 'RSA', alg: 'PS256' }, 'PS256')) as CryptoKey
}
