import { createHmac } from 'node:crypto'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { actorOfToken, newGrant, signAccessToken } from './access-token'
import { currentSigningKey } from './signing-key'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())

const code = (token: string): Promise<string> =>
  actorOfToken(token, NOWHERE).then(
    () => 'accepted',
    (error) => (error instanceof AppError ? error.code : 'threw something else'),
  )
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an access token', () => {
  test('speaks for one organization and one role, for a machine', async () => {
    expect(await actorOfToken(await cast.token('assessor'), NOWHERE)).toMatchObject({
      kind: 'machine',
      userId: null,
      memberships: [{ slug: cast.org, name: 'The attacker', role: 'assessor' }],
    })
  })
  test('is refused once expired', async () => {
    const { kid, key } = await currentSigningKey()
    const claims = decodeJwt(await cast.token('viewer'))
    const expired = await new SignJWT({ ...claims, iat: 1, exp: 2 })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .sign(key)
    expect(await code(expired)).toBe('unauthenticated')
  })
  test('is refused when its role was raised after signing', async () => {
    const [head = '', , signature = ''] = (await cast.token('viewer')).split('.')
    const raised = part({ ...decodeJwt(await cast.token('viewer')), role: 'admin' })
    expect(await code(`${head}.${raised}.${signature}`)).toBe('unauthenticated')
  })
  test('is refused without a signature, whatever its header claims', async () => {
    const token = await cast.token('viewer')
    const { kid } = await currentSigningKey()
    for (const alg of ['none', 'None', 'ES256']) {
      expect(await code(`${part({ alg, kid, typ: 'at+jwt' })}.${part(decodeJwt(token))}.`)).toBe('unauthenticated')
    }
  })
  test('is refused when the public key was used as an HMAC secret', async () => {
    const { kid } = await currentSigningKey()
    const { rows } = await database.owner.query('SELECT public_jwk FROM signing_keys WHERE kid = $1', [kid])
    const text = `${part({ alg: 'HS256', kid, typ: 'at+jwt' })}.${part(decodeJwt(await cast.token('viewer')))}`
    const signature = createHmac('sha256', JSON.stringify(rows[0].public_jwk)).update(text).digest('base64url')
    expect(await code(`${text}.${signature}`)).toBe('unauthenticated')
  })
  test('is refused when signed with somebody else’s key, even under our key’s name', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const { kid } = await currentSigningKey()
    const claims = decodeJwt(await cast.token('admin'))
    const header = { alg: 'ES256', kid, typ: 'at+jwt', jwk: await exportJWK(publicKey) }
    expect(await code(await new SignJWT(claims).setProtectedHeader(header).sign(privateKey))).toBe('unauthenticated')
  })
  test('of another kind or audience is refused though we signed it', async () => {
    const { kid, key } = await currentSigningKey()
    const claims = decodeJwt(await cast.token('viewer'))
    const sign = (payload: object, typ: string) =>
      new SignJWT({ ...payload }).setProtectedHeader({ alg: 'ES256', kid, typ }).sign(key)
    expect(await code(await sign(claims, 'JWT'))).toBe('unauthenticated')
    expect(await code(await sign({ ...claims, aud: 'elsewhere' }, 'at+jwt'))).toBe('unauthenticated')
    expect(await code(await sign(claims, 'at+jwt'))).toBe('accepted')
  })
  test('is refused when its row was revoked, has ended or says another role', async () => {
    for (const change of ["role = 'admin'", 'revoked_at = now()', "expires_at = now() - interval '1 second'"]) {
      const token = await cast.token('viewer')
      expect(await code(token)).toBe('accepted')
      await database.owner.query('BEGIN')
      await database.owner.query(`SET LOCAL app.organization_ids = '{${cast.organization.id}}'`)
      await database.owner.query(`UPDATE access_tokens SET ${change} WHERE id = $1`, [decodeJwt(token).jti])
      await database.owner.query('COMMIT')
      expect(await code(token)).toBe('unauthenticated')
    }
  })
  test('that we signed for an organization in which it has no row is refused', async () => {
    const grant = newGrant(cast.organization.id, 'admin', 300)
    expect(await code(await signAccessToken(grant))).toBe('unauthenticated')
  })
  test('stops working when its key is retired', async () => {
    const token = await cast.token('viewer')
    await database.owner.query('UPDATE signing_keys SET retired_at = now()')
    const verdict = await code(token)
    await database.owner.query('UPDATE signing_keys SET retired_at = NULL')
    expect(verdict).toBe('unauthenticated')
  })
  test('has its private key sealed at rest', async () => {
    await cast.token('viewer')
    const { rows } = await database.owner.query('SELECT public_jwk, sealed_private FROM signing_keys')
    expect(JSON.stringify(rows.map((row) => row.public_jwk))).not.toContain('"d"')
    expect(rows[0].sealed_private).not.toMatch(/"d"|"kty"/)
  })
})
