import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '@/lib/auth/operator'
import type { GroupRole } from '@/lib/model/group-role'
import { addIdentityProvider } from '@/lib/services/add-identity-provider'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { DELETE } from './[id]/route'
import { GET, POST } from './route'

let database: TestDatabase
let cast: Cast
let other: Cast

beforeAll(async () => {
  database = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  cast = attacker
  other = victim
  for (const [id, groupClaim] of [
    ['contoso', 'groups'],
    ['silent', null],
  ] as const) {
    const issuer = `https://${id}.example`
    const facts = { id, name: id, issuer, clientId: 'x', scopes: ['openid'], groupClaim, emailDomains: [] }
    await addIdentityProvider(await operator(), { provider: facts, secret: 'of the client', anyAddress: true })
  }
})
afterAll(() => database.close())

const post = (body: object, by: Cast = cast) =>
  callRoute(POST, { actor: by.admin, method: 'POST', params: { org: by.org }, body })
const list = async (by: Cast = cast) => (await callRoute(GET, { actor: by.auditor, params: { org: by.org } })).body

test('a group gives a role until it is removed; both are in the log, and other organizations know nothing of it', async () => {
  const answer = await post({ provider: 'contoso', group: 'Security / Ops', role: 'assessor' })
  expect(answer).toMatchObject({ status: 201, body: { group: 'Security / Ops', role: 'assessor' } })
  const { id } = answer.body as GroupRole
  expect(await list()).toMatchObject({ items: [{ id }] })
  expect(await list(other)).toMatchObject({ items: [] })
  const remove = (by: Cast) => callRoute(DELETE, { actor: by.admin, method: 'DELETE', params: { org: by.org, id } })
  expect((await remove(other)).status).toBe(404)
  expect((await remove(cast)).status).toBe(204)
  expect((await remove(cast)).status).toBe(404)
  expect(await auditOf(cast, id)).toEqual(['group-role.added', 'group-role.removed'])
})
test('the list names the providers and whether they list groups, and no secret', async () => {
  const body = await list()
  expect(body).toMatchObject({
    providers: [
      { id: 'contoso', name: 'contoso', listsGroups: true },
      { id: 'silent', listsGroups: false },
    ],
  })
  expect(JSON.stringify(body)).not.toMatch(/secret|client|issuer/i)
})
test('a group has one role', async () => {
  await post({ provider: 'contoso', group: 'all', role: 'viewer' })
  expect((await post({ provider: 'contoso', group: 'all', role: 'admin' })).status).toBe(409)
})
test.each([
  [{ provider: 'unknown', group: 'x', role: 'viewer' }, 'provider'],
  [{ provider: 'silent', group: 'x', role: 'viewer' }, 'provider'],
  [{ provider: 'contoso', group: '', role: 'viewer' }, 'group'],
  [{ provider: 'contoso', group: 'x', role: 'owner' }, 'role'],
])('%j is refused, and %s is named', async (body, field) => {
  const answer = await post(body)
  expect(answer.status).toBe(422)
  expect((answer.body as { problems: { field: string }[] }).problems[0]?.field).toBe(field)
})
test('only admins give groups roles, and no token does', async () => {
  const body = { provider: 'contoso', group: 'mine', role: 'admin' }
  const params = { org: cast.org }
  for (const actor of [cast.viewer, cast.assessor, cast.auditor]) {
    expect((await callRoute(POST, { actor, method: 'POST', params, body })).status).toBe(403)
  }
  expect((await callRoute(POST, { token: await cast.token('admin'), method: 'POST', params, body })).status).toBe(403)
})
