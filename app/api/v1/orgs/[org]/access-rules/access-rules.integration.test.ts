import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSession, type Proof, passkeyProof } from '@/lib/auth/session'
import { overrideEnv } from '@/lib/env'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { fromAddress } from '@/lib/testing/from-address'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { GET as deployments } from '../deployments/route'
import { GET, PUT } from './route'

let database: TestDatabase
let cast: Cast
let headers: Record<string, string>

beforeAll(async () => {
  database = await testDatabase()
  overrideEnv({ trustedProxies: [] })
})
afterAll(() => database.close())
beforeEach(async () => {
  cast = (await twoOrganizations()).attacker
  headers = fromAddress('192.0.2.7')
})

const put = (body: object, call: object = {}) =>
  callRoute(PUT, { actor: cast.admin, method: 'PUT', params: { org: cast.org }, headers, body, ...call })
const fields = ({ body }: { body: unknown }) => (body as { problems: { field: string }[] }).problems.map((p) => p.field)
const kept = async () => (await callRoute(GET, { actor: cast.auditor, params: { org: cast.org }, headers })).body
const by = (proof: Partial<Proof>) =>
  openSession(
    cast.admin.userId ?? '',
    { ...passkeyProof(new Date()), method: 'oidc', provider: 'contoso', ...proof },
    NOWHERE,
  )

describe('the rules of an organization', () => {
  test('are what they were not asked to be: nothing', async () => {
    expect(await kept()).toEqual({
      networks: [],
      acr: [],
      amr: [],
      maxProofMinutes: null,
      compliantDevices: false,
      elevationHours: 8,
      reviewDays: 90,
    })
  })
  test('are replaced as a whole, hold from the next request on, and the log says what they were', async () => {
    const rules = { networks: ['192.0.2.0/24'], amr: ['mfa'], maxProofMinutes: 60, reviewDays: 30 }
    expect((await put(rules)).status).toBe(200)
    expect(await kept()).toMatchObject({ ...rules, elevationHours: 8 })
    const ask = (address: string) =>
      callRoute(deployments, { actor: cast.viewer, params: { org: cast.org }, headers: fromAddress(address) })
    expect((await ask('192.0.2.200')).status).toBe(200)
    expect((await ask('198.51.100.1')).status).toBe(403)
    await put({ networks: [] })
    expect((await ask('198.51.100.1')).status).toBe(200)
    const changes = await auditOf(cast, cast.organization.id)
    expect(changes.filter((action) => action === 'access-rules.changed')).toHaveLength(2)
  })
  test('put as they are leave no trace', async () => {
    await put({})
    expect(await auditOf(cast, cast.organization.id)).not.toContain('access-rules.changed')
  })
  test('are read by auditors and admins and written by admins alone, with a fresh proof', async () => {
    for (const actor of [cast.viewer, cast.assessor]) {
      expect((await callRoute(GET, { actor, params: { org: cast.org }, headers })).status).toBe(403)
    }
    for (const actor of [cast.viewer, cast.assessor, cast.auditor]) expect((await put({}, { actor })).status).toBe(403)
    const stale = await by({ provenAt: new Date(Date.now() - 600_000) })
    expect(await put({}, { session: stale })).toMatchObject({ status: 401, body: { title: /once more/ } })
    expect((await put({}, { actor: undefined, token: await cast.token('admin') })).status).toBe(403)
  })
  test.each([
    [{ networks: ['192.0.2.0'] }, 'networks.0'],
    [{ networks: ['everywhere'] }, 'networks.0'],
    [{ networks: ['10.0.0.0/33'] }, 'networks.0'],
    [{ acr: [''] }, 'acr.0'],
    [{ maxProofMinutes: 0 }, 'maxProofMinutes'],
    [{ elevationHours: 100 }, 'elevationHours'],
    [{ reviewDays: 1.5 }, 'reviewDays'],
  ])('are refused as %j, and the field is named', async (rules, field) => {
    const answer = await put(rules)
    expect(answer.status).toBe(422)
    expect(fields(answer)).toContain(field)
  })
})

describe('nobody locks themselves out', () => {
  const unchanged = async (answer: { status: number; body: unknown }, ...names: string[]) => {
    expect(answer.status).toBe(422)
    expect(fields(answer)).toEqual(names)
    expect(await kept()).toMatchObject({
      networks: [],
      acr: [],
      amr: [],
      maxProofMinutes: null,
      compliantDevices: false,
    })
  }
  test('of networks that do not contain their own address, which is named', async () => {
    const answer = await put({ networks: ['198.51.100.0/24', '2001:db8::/32'] })
    await unchanged(answer, 'networks')
    expect(JSON.stringify(answer.body)).toContain('192.0.2.7')
  })
  test('of any network while their own address is not known', async () => {
    await unchanged(await put({ networks: ['0.0.0.0/0'] }, { headers: { 'x-proofline-peer': '' } }), 'networks')
  })
  test('of a context or method their own session does not show', async () => {
    const session = await by({ acr: 'pwd', amr: ['pwd'] })
    await unchanged(await put({ acr: ['phr'], amr: ['hwk', 'mfa'] }, { session }), 'acr', 'amr')
    expect((await put({ acr: ['phr', 'pwd'], amr: ['pwd'] }, { session })).status).toBe(200)
  })
  test('of devices nobody vouches for', async () => {
    await unchanged(await put({ compliantDevices: true }), 'compliantDevices')
  })
  test('and every rule that would is named at once', async () => {
    const rules = { networks: ['198.51.100.0/24'], compliantDevices: true, amr: ['fpt'] }
    await unchanged(await put(rules), 'networks', 'amr', 'compliantDevices')
  })
})
