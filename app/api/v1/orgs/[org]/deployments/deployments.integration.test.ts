import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { POST as createDeployment, GET as listDeployments } from './route'

let database: TestDatabase
let attacker: Cast
let victim: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker, victim } = await twoOrganizations())
})
afterAll(() => database.close())

const body = (slug: string) => ({
  slug,
  name: `Deployment ${slug}`,
  environment: 'AWS',
  rollouts: LAYERS.map((layer) => ({ layer, beganOn: null, liveOn: null })),
})
const create = (cast: Cast, slug: string, more: object = {}) =>
  callRoute(createDeployment, {
    actor: cast.assessor,
    method: 'POST',
    url: `/api/v1/orgs/${cast.org}/deployments`,
    params: { org: cast.org },
    body: body(slug),
    ...more,
  })
const count = async (cast: Cast): Promise<number> => {
  const answer = await callRoute(listDeployments, { actor: cast.viewer, params: { org: cast.org } })
  return (answer.body as { items: unknown[] }).items.length
}

describe('a request', () => {
  test('without a session or token is told to sign in, as a problem document', async () => {
    const answer = await callRoute(listDeployments, { params: { org: attacker.org } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({
      status: 401,
      title: 'Sign in first',
      requestId: answer.headers.get('x-request-id'),
    })
  })
  test('for another organization finds nothing, for a reader and for a writer', async () => {
    const read = await callRoute(listDeployments, { actor: attacker.admin, params: { org: victim.org } })
    const write = await create(victim, 'stolen', { actor: attacker.admin })
    expect([read.status, write.status]).toEqual([404, 404])
  })
  test('with a cookie from another site changes nothing; with a bearer token the site does not matter', async () => {
    const foreign = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } }
    expect((await create(attacker, 'forged', foreign)).status).toBe(403)
    const token = await attacker.token('assessor')
    expect((await create(attacker, 'by-token', { ...foreign, actor: undefined, token })).status).toBe(201)
  })
  test('with faults names each field, and writes nothing', async () => {
    const before = await count(attacker)
    const answer = await create(attacker, 'x', { body: { ...body('Not A Slug'), name: '' } })
    expect(answer.status).toBe(422)
    expect((answer.body as { problems: { field: string }[] }).problems.map((p) => p.field).sort()).toEqual([
      'name',
      'slug',
    ])
    expect(await count(attacker)).toBe(before)
  })
  test('that is not JSON, or too much of it, is refused before it is read', async () => {
    const text = { headers: { 'content-type': 'text/plain' }, body: 'hello' }
    const broken = { headers: { 'content-type': 'application/json' }, body: '{"slug":' }
    const huge = { headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(1024 * 1024 + 1)}"` }
    const statuses = [text, broken, huge].map(async (more) => (await create(attacker, 'x', more)).status)
    expect(await Promise.all(statuses)).toEqual([415, 400, 413])
  })
})

describe('an Idempotency-Key', () => {
  const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })
  test('makes a repeated create answer as the first did, once', async () => {
    const first = await create(attacker, 'once', keyed('k1'))
    const second = await create(attacker, 'once', keyed('k1'))
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replay')).toBe('true')
  })
  test('with a different request is a conflict, and creates nothing', async () => {
    await create(attacker, 'first-of-k2', keyed('k2'))
    const before = await count(attacker)
    expect((await create(attacker, 'second-of-k2', keyed('k2'))).status).toBe(409)
    expect(await count(attacker)).toBe(before)
  })
  test('sent twice at the same moment creates once', async () => {
    const before = await count(attacker)
    const answers = await Promise.all([create(attacker, 'race', keyed('k3')), create(attacker, 'race', keyed('k3'))])
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(await count(attacker)).toBe(before + 1)
  })
  test('of a failed request can be used again', async () => {
    const failed = await create(attacker, 'once', keyed('k4'))
    const fixed = await create(attacker, 'after-failure', keyed('k4'))
    expect([failed.status, fixed.status]).toEqual([409, 201])
  })
  test('is one actor’s and one organization’s own', async () => {
    expect((await create(victim, 'theirs', keyed('k1'))).status).toBe(201)
  })
})
