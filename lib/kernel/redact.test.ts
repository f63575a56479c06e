import { describe, expect, test } from 'vitest'
import { REDACTED, redact, redactText } from './redact'

const HALF = 'eyJhbGciOiJFUzI1NiJ9'
const KEY = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k='
const LINK = 'Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MEFCQ0RFRkdISUp'
const PEM = `-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY\n-----END EC PRIVATE KEY-----`

describe('redactText', () => {
  test.each([
    ['a signed token', `got ${HALF}.eyJzdWIiOiJhIn0.c2lnbmF0dXJl here`, 'c2lnbmF0dXJl'],
    ['an encrypted token, whose second part is empty', `${HALF}..aXY.Y2lwaGVydGV4dA.dGFn`, 'Y2lwaGVydGV4dA'],
    ['a token cut short', `${HALF}.eyJzdWIi`, 'eyJzdWIi'],
    ['a bearer token of no known form', 'authorization failed for Bearer s3cr3t-value', 's3cr3t-value'],
    ['basic credentials', 'Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['a cookie header', 'cookie: a=b; next-auth.session-token=hunter2', 'hunter2'],
    ['a cookie that is set', '"set-cookie":"__Host-session=hunter2; Path=/"', 'hunter2'],
    ['an authorization header in JSON', '{"authorization":"ApiKey hunter2"}', 'hunter2'],
    ['a database’s password', 'postgresql://me:hunter2@db.example.org/x', 'hunter2'],
    ['a password with an @ in it', 'postgres://me:hunt@er2@db/x refused', 'er2'],
    ['a proxy’s password', 'via http://proxy:hunter2@10.0.0.1:3128', 'hunter2'],
    ['a one-time link', 'GET /sign-in/link?token=abc123 200', 'abc123'],
    ['an authorization code', '/api/auth/callback/x?code=abc123&state=xyz789', /abc123|xyz789/],
    ['a fragment', '#access_token=abc123&expires_in=3', 'abc123'],
    ['a form', 'grant_type=x&client_secret=hunter2&subject_token=abc', /hunter2|=abc/],
    ['a named value in quotes', `{ sealedSecret: "hunter2", clientId: "visible" }`, 'hunter2'],
    ['JSON within JSON', String.raw`"{\"password\":\"hunter2\"}"`, 'hunter2'],
    ['an environment variable', 'AWS_SECRET_ACCESS_KEY=hunter2 NEXTAUTH_SECRET=hunter2', 'NEXTAUTH_SECRET=hunter2'],
    ['a private key', `before ${PEM} after`, 'MHcCAQEE'],
    ['a private key as JSON writes it', JSON.stringify(PEM), 'MHcCAQEE'],
    ['a private key cut short', PEM.slice(0, 60), 'MHcCAQEE'],
    ['a cloud’s key id', 'AKIAIOSFODNN7EXAMPLE', 'IOSFODNN7'],
    ['a forge’s token', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', '16C7e42F'],
    ['an installation’s key', `PROOFLINE_KEY is ${KEY}!`, KEY],
    ['an installation’s key among others', `${KEY},${KEY}`, KEY],
    ['a link’s token alone', `no such link: ${LINK}`, LINK],
    ['a sealed text', 'v1.k-0123456789ab.c2VhbGVkIHRleHQgb2Ygc29tZSBsZW5ndGg', 'c2VhbGVk'],
  ])('takes out %s', (_, text, secret) => {
    const left = redactText(text)
    expect(left).toContain(REDACTED)
    expect(left).not.toMatch(typeof secret === 'string' ? new RegExp(secret.replaceAll(/[+.]/g, '\\$&')) : secret)
  })

  test('takes out given values, whatever they look like', () => {
    expect(redactText('hunter2 and hunter2', ['hunter2'])).toBe(`${REDACTED} and ${REDACTED}`)
    expect(redactText('a cat', ['a'])).toBe('a cat')
  })

  test.each([
    'No connection to PostgreSQL at db.example.org:5432: connect ECONNREFUSED 127.0.0.1:5432',
    'at Module.run (file:///srv/lib/services/rotate-keys.ts:31:14)',
    'organization 01937f0e-7b6a-7c1e-b1a4-0123456789ab is gone',
    'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'The access token is not valid or has expired.',
    'http://localhost:3000/acme/deployments?layer=IAM&cursor=abc',
    'duplicate key value violates unique constraint "signing_keys_pkey"',
    'the key k-0123456789ab, which sealed this, is not known here',
    'lib/components/deployments/deployment-rollout-timeline-view',
  ])('leaves %s alone', (text) => {
    expect(redactText(text)).toBe(text)
  })

  test('is done in a moment with a long text that almost matches', () => {
    const began = performance.now()
    for (const part of ['a', 'eyJ', '-----BEGIN ', 'token', 'http://a', '"\\']) redactText(part.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('redact', () => {
  test('goes by the names of fields, however they are written, at any depth', () => {
    const secrets = ['authorization', 'Cookie', 'set-cookie', 'clientSecret', 'client_secret', 'id_token', 'password']
    const more = ['key', 'privateKey', 'x-api-key', 'client_assertion', 'sealedPrivate', 'code_verifier', 'SessionId']
    const value = { list: [{ headers: Object.fromEntries([...secrets, ...more].map((name) => [name, 'hunter2'])) }] }
    expect(JSON.stringify(redact(value))).not.toContain('hunter2')
  })

  test('takes a code for one only when it looks random', () => {
    expect(redact({ code: 'forbidden' })).toEqual({ code: 'forbidden' })
    expect(redact({ code: '28P01' })).toEqual({ code: '28P01' })
    expect(redact({ code: 'SplxlOBeZQQYbYS6WxSbIA' })).toEqual({ code: REDACTED })
  })

  test('leaves the rest as it was', () => {
    const at = new Date(0)
    const value = { at, n: 1, nothing: null, hasToken: true, names: ['a'], kid: 'x', keyId: 'k-1' }
    expect(redact(value)).toEqual(value)
  })

  test('looks into errors and their causes', () => {
    const cause = new Error(`refused ${HALF}.e30.c2ln`)
    const text = JSON.stringify(redact({ error: new Error('failed', { cause }) }))
    expect(text).toContain('failed')
    expect(text).toContain('refused')
    expect(text).not.toContain(HALF)
  })

  test('ends with what contains itself, and shows no bytes', () => {
    const loop: { self?: object; bytes: Uint8Array } = { bytes: Buffer.from('hunter2') }
    loop.self = loop
    expect(JSON.stringify(redact(loop))).toContain('[7 bytes]')
  })
})
