import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { twoOrganizations } from '@/lib/testing/organizations'
import { readWithoutTenant } from '../read-scope'
import { withoutTenant } from '../scope'
import { identityProviders, identityProvidersOf, providerWithSecret } from './identity-providers'
import { sessions } from './sessions'

const PROVEN = { method: 'oidc', acr: null, amr: [], browser: '', userAgent: null, address: null } as const
const SECRET = 'canary-of-the-client-secret'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const provider = (id: string, more: Partial<IdentityProvider> = {}): IdentityProvider => ({
  id,
  name: id,
  issuer: `https://${id}.example`,
  clientId: 'proofline',
  scopes: ['openid'],
  groupClaim: null,
  emailDomains: [],
  ...more,
})
const put = (given: IdentityProvider, secret: string | null = SECRET) =>
  withoutTenant((tx) => identityProviders(tx).put(given, secret, new Date()))
const kept = (id: string) => readWithoutTenant((tx) => providerWithSecret(tx, id))

test('a client secret is sealed where it lies and comes back as it was', async () => {
  await twoOrganizations()
  await put(provider('sealed'))
  const { rows } = await database.owner.query(`SELECT * FROM identity_providers WHERE id = 'sealed'`)
  expect(JSON.stringify(rows)).not.toContain(SECRET)
  expect(await kept('sealed')).toEqual({ provider: provider('sealed'), secret: SECRET })
})
test('a secret sealed for one provider does not open for another', async () => {
  await put(provider('one'))
  await put(provider('two'), 'another')
  await database.owner.query(
    `UPDATE identity_providers SET sealed_secret = (SELECT sealed_secret FROM identity_providers WHERE id = 'one') WHERE id = 'two'`,
  )
  await expect(kept('two')).rejects.toMatchObject({ code: 'unavailable' })
})
test('an id stands for one issuer and an issuer for one id, also after it was removed', async () => {
  await put(provider('steady'))
  await withoutTenant((tx) => identityProviders(tx).disable('steady', new Date()))
  for (const other of [
    provider('steady', { issuer: 'https://another.example' }),
    provider('another', { issuer: 'https://steady.example' }),
  ]) {
    await expect(put(other)).rejects.toMatchObject({ code: 'conflict' })
  }
  await put(provider('steady', { name: 'Again' }), null)
  expect(await kept('steady')).toMatchObject({ provider: { name: 'Again' }, secret: null })
})
test('a removed provider is offered to nobody, its secret is gone, and the sessions it vouched for have ended', async () => {
  const { viewer } = (await twoOrganizations()).attacker
  await put(provider('gone'))
  const now = new Date()
  for (const by of ['gone', null]) {
    const start = { ...PROVEN, provenAt: now, provider: by }
    await withoutTenant((tx) => sessions(tx).open(viewer.userId ?? '', start, now, new Date(now.getTime() + 60_000)))
  }
  expect(await withoutTenant((tx) => identityProviders(tx).disable('gone', new Date()))).toBe(1)
  expect(await withoutTenant((tx) => identityProviders(tx).disable('gone', new Date()))).toBeNull()
  expect(await kept('gone')).toBeNull()
  expect((await readWithoutTenant(identityProvidersOf)).map(({ id }) => id)).not.toContain('gone')
  const { rows } = await database.owner.query(`SELECT sealed_secret FROM identity_providers WHERE id = 'gone'`)
  expect(rows).toEqual([{ sealed_secret: null }])
  const revoked = await database.owner.query(`SELECT provider FROM sessions WHERE revoked_for = 'provider-removed'`)
  expect(revoked.rows).toEqual([{ provider: 'gone' }])
})
