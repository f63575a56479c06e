import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccessToken } from '@/lib/model/access-token'
import type { Role } from '@/lib/model/actor'
import type { TrustRule } from '@/lib/model/trust-rule'
import { auditOf } from '@/lib/testing/audit'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { trustDomain } from '@/lib/testing/spiffe'
import { issuerKey } from '@/lib/testing/trusted-issuer'
import * as token from '../access-tokens/[id]/route'
import * as tokens from '../access-tokens/route'
import * as deployments from '../deployments/route'
import * as one from './[id]/route'
import * as rules from './route'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

const github = {
  name: 'GitHub deployments',
  kind: 'oidc',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'https://proofline.example.org',
  subjectPattern: 'repo:acme/*:ref:refs/heads/main',
  role: 'assessor',
}
const call = (method: string, fields: RouteCall = {}): RouteCall => ({
  actor: cast.admin,
  method,
  ...fields,
  params: { org: cast.org, ...fields.params },
})
const add = (body: object, fields: RouteCall = {}) => callRoute(rules.POST, call('POST', { body, ...fields }))
const list = async () => ((await callRoute(rules.GET, call('GET'))).body as { items: TrustRule[] }).items
type Problems = { problems?: { field: string }[] }

describe('trust rules', () => {
  test('201, 200, 204: an administrator adds, reads, replaces and removes one, and each act is in the log', async () => {
    const added = await add(github)
    expect(added).toMatchObject({ status: 201, body: { ...github, jwks: null, oneUse: true, lastUsedAt: null } })
    const { id } = added.body as TrustRule
    expect((await list()).map(({ name }) => name)).toEqual([github.name])
    const changed = { ...github, name: 'GitHub', role: 'viewer', oneUse: false }
    const answer = await callRoute(one.PUT, call('PUT', { body: changed, params: { id } }))
    expect(answer).toMatchObject({ status: 200, body: { name: 'GitHub', role: 'viewer', oneUse: false } })
    expect((await callRoute(one.DELETE, call('DELETE', { params: { id } }))).status).toBe(204)
    expect((await callRoute(one.DELETE, call('DELETE', { params: { id } }))).status).toBe(404)
    expect(await list()).toEqual([])
    expect(await auditOf(cast, id)).toEqual(['trust-rule.added', 'trust-rule.changed', 'trust-rule.removed'])
  })

  test('409: two rules of one name', async () => {
    expect((await add({ ...github, name: 'twice' })).status).toBe(201)
    expect((await add({ ...github, name: 'twice' })).status).toBe(409)
  })

  test.each(['viewer', 'assessor'] as const)('403: a %s may not even read them', async (role) => {
    const { status } = await callRoute(rules.GET, call('GET', { actor: cast[role] }))
    expect(status).toBe(403)
  })

  test('403: an auditor reads and changes nothing, and no token changes them, whatever its role', async () => {
    expect((await callRoute(rules.GET, call('GET', { actor: cast.auditor }))).status).toBe(200)
    expect((await add(github, { actor: cast.auditor })).status).toBe(403)
    expect((await add(github, { actor: undefined, token: await cast.token('admin') })).status).toBe(403)
  })

  const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'a' }
  const spiffe = { ...github, kind: 'spiffe', issuer: 'prod.example.org', jwks: { keys: [rsa] } }
  test.each<[string, object, string]>([
    ['an issuer that is no URL', { issuer: 'github' }, 'issuer'],
    ['an issuer with a query', { issuer: 'https://issuer.example.org/?x=1' }, 'issuer'],
    ['an issuer inside the own network', { issuer: 'https://10.0.0.1' }, 'issuer'],
    ['keys inside the own network', { jwksUrl: 'https://169.254.169.254/keys' }, 'jwksUrl'],
    ['keys in a file', { jwksUrl: 'file:///etc/passwd' }, 'jwksUrl'],
    ['everybody of the issuer', { subjectPattern: '*' }, 'subjectPattern'],
    ['every owner of the issuer', { subjectPattern: 'repo:*/*' }, 'subjectPattern'],
    ['admin for more than one subject', { role: 'admin' }, 'subjectPattern'],
    ['a role that is none', { role: 'root' }, 'role'],
    ['no audience', { audience: '' }, 'audience'],
    ['a shared secret as a key', { jwks: { keys: [{ kty: 'oct', k: 'AAAA', kid: 'a' }] } }, 'jwks.keys.0'],
    ['a private key', { jwks: { keys: [{ ...rsa, d: 'AAAA' }] } }, 'jwks.keys.0'],
    ['a key without a name', { jwks: { keys: [{ ...rsa, kid: undefined }] } }, 'jwks.keys.0'],
    ['no keys', { jwks: { keys: [] } }, 'jwks.keys'],
    ['keys in two ways', { jwks: { keys: [rsa] }, jwksUrl: 'https://issuer.example.org/keys' }, 'jwksUrl'],
    ['a trust domain that is a URL', { ...spiffe, issuer: 'https://prod.example.org' }, 'issuer'],
    [
      'a workload of another trust domain',
      { ...spiffe, subjectPattern: 'spiffe://evil.example.org/a' },
      'subjectPattern',
    ],
    ['a trust domain without keys', { ...spiffe, jwks: null }, 'jwksUrl'],
  ])('422: %s is named by its field', async (_, fault, field) => {
    const { status, body } = await add({ ...github, name: 'wrong', ...fault })
    expect(status).toBe(422)
    expect((body as Problems).problems?.map((problem) => problem.field)).toContain(field)
  })

  test('201: admin for one exact subject, and keys that are pasted in', async () => {
    const exact = { ...github, name: 'exact', role: 'admin', subjectPattern: 'repo:acme/api:environment:production' }
    expect((await add(exact)).status).toBe(201)
    const { publicJwk } = await issuerKey('pasted')
    expect((await add({ ...github, name: 'pasted', jwks: { keys: [publicJwk] } })).status).toBe(201)
  })
})

test('201: the bundle of a trust domain is pasted as it is, and its X.509 keys are left out', async () => {
  const { bundle } = await trustDomain('prod.example.org')
  const subjectPattern = 'spiffe://prod.example.org/ns/*/sa/deployer'
  const workloads = { ...github, name: 'workloads', kind: 'spiffe', issuer: 'prod.example.org', subjectPattern }
  const { status, body } = await add({ ...workloads, jwks: bundle })
  expect(status).toBe(201)
  expect((body as TrustRule).jwks?.keys.map(({ use }) => use)).toEqual(['jwt-svid'])
})

describe('access tokens', () => {
  const held = async () => ((await callRoute(tokens.GET, call('GET'))).body as { items: AccessToken[] }).items
  const idOf = (text: string) => decodeJwt(text).jti ?? ''
  const issued = async (role: Role = 'viewer') => {
    const text = await cast.token(role)
    return { text, id: idOf(text) }
  }
  const use = async (text: string) =>
    (await callRoute(deployments.GET, { token: text, params: { org: cast.org } })).status

  test('are listed while they hold, with their last use', async () => {
    const { text, id } = await issued()
    const mine = async () => (await held()).find((one) => one.id === id)
    expect(await mine()).toMatchObject({ subject: `token:${id}`, role: 'viewer', trustRuleId: null, lastUsedAt: null })
    expect(await use(text)).toBe(200)
    expect((await mine())?.lastUsedAt).toEqual(expect.any(String))
  })

  test('204: one that is revoked opens nothing from the next request on', async () => {
    const { text, id } = await issued()
    expect(await use(text)).toBe(200)
    const revoke = () => callRoute(token.DELETE, call('DELETE', { params: { id } }))
    expect((await revoke()).status).toBe(204)
    expect(await use(text)).toBe(401)
    expect((await held()).map((one) => one.id)).not.toContain(id)
    expect((await revoke()).status).toBe(404)
    expect(await auditOf(cast, id)).toEqual(['token.revoked'])
  })

  test('are worth nothing without their row', async () => {
    const { text, id } = await issued()
    await database.owner.query('BEGIN')
    await database.owner.query(`SET LOCAL app.organization_ids = '{${cast.organization.id}}'`)
    await database.owner.query('DELETE FROM access_tokens WHERE id = $1', [id])
    await database.owner.query('COMMIT')
    expect(await use(text)).toBe(401)
  })

  test('403: nobody but an administrator revokes them, and no token does', async () => {
    const { id, text } = await issued('admin')
    for (const by of [{ actor: cast.auditor }, { actor: cast.assessor }, { actor: undefined, token: text }]) {
      expect((await callRoute(token.DELETE, call('DELETE', { ...by, params: { id } }))).status).toBe(403)
    }
    expect(await use(text)).toBe(200)
  })
})
