import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { twoOrganizations } from '@/lib/testing/organizations'
import { addIdentityProvider } from './add-identity-provider'
import { listIdentityProviders } from './list-identity-providers'

/** Whoever owns the machine, before there is any organization. */
const operator: Actor = { kind: 'operator', userId: null, name: 'operator', memberships: [], context: LOCAL_CONTEXT }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await twoOrganizations()
})
afterAll(() => database.close())
beforeEach(() => database.owner.query('DELETE FROM identity_providers'))

const add = async (id: string, emailDomains: string[], anyAddress?: boolean) => {
  const facts = { id, name: id, issuer: `https://${id}.example`, clientId: 'x', scopes: ['openid'], groupClaim: null }
  return addIdentityProvider(operator, { provider: { ...facts, emailDomains }, secret: null, anyAddress })
}
const ids = async () => (await listIdentityProviders(operator)).map(({ id }) => id)
const refusal = (id: string) => ({ code: 'invalid', detail: expect.stringContaining(`"${id}" has none`) })

test('one provider alone may be believed about any address, and changed later', async () => {
  await add('contoso', [])
  await add('contoso', [])
  expect(await ids()).toEqual(['contoso'])
})
test('a provider without domains is not added beside another, which it could speak for', async () => {
  await add('contoso', ['contoso.example'])
  await expect(add('fabrikam', [])).rejects.toMatchObject(refusal('fabrikam'))
  expect(await ids()).toEqual(['contoso'])
})
test('nor is one with domains beside one that has none', async () => {
  await add('contoso', [])
  await expect(add('fabrikam', ['fabrikam.example'])).rejects.toMatchObject(refusal('contoso'))
  await add('contoso', ['contoso.example'])
  await add('fabrikam', ['fabrikam.example'])
  expect(await ids()).toEqual(['contoso', 'fabrikam'])
})
test('whoever says that any address is meant is obeyed', async () => {
  await add('contoso', ['contoso.example'])
  await add('fabrikam', [], true)
  expect(await ids()).toEqual(['contoso', 'fabrikam'])
})
