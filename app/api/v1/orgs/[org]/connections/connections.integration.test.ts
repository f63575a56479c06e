import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator } from '@/lib/auth/operator'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { forOrganizations } from '@/lib/db/scope'
import { snapshotFiles } from '@/lib/db/snapshot-files'
import { forOrganization } from '@/lib/db/store'
import { env, overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import { ConnectionInput } from '@/lib/model/connection-input'
import type { ConnectionView } from '@/lib/model/connection-view'
import { openConnectionSecret } from '@/lib/services/connection-secret'
import { createConnection } from '@/lib/services/create-connection'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { endedRun } from '@/lib/testing/runs'
import { GET as previewSchedule } from '../connection-schedule/route'
import { GET as readHoldings } from './[id]/holdings/route'
import { PATCH as change, GET as read, DELETE as remove } from './[id]/route'
import { PUT as setSecret } from './[id]/secret/route'
import { POST as create, GET as list } from './route'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

const ROLE = 'arn:aws:iam::111122223333:role/ProoflineReader'
const KEYS = { kind: 'aws-keys', accessKeyId: 'A'.repeat(20), secretAccessKey: `secret-${'s'.repeat(33)}` } as const
const aws = (more: object = {}) => ({ kind: 'aws', credentials: 'role', roleArn: ROLE, ...more })

const at = (id: string) => ({ org: cast.org, id })
const make = (name: string, more: object = {}, as: 'assessor' | 'admin' | 'viewer' = 'assessor') =>
  callRoute(create, {
    actor: cast[as],
    method: 'POST',
    params: { org: cast.org },
    body: { name, settings: aws(), ...more },
  })
const made = async (name: string, more: object = {}): Promise<ConnectionView> =>
  (await make(name, more)).body as ConnectionView
const patch = (id: string, body: object) =>
  callRoute(change, { actor: cast.assessor, method: 'PATCH', params: at(id), body })
const fieldOf = ({ body }: { body: unknown }) => (body as { problems?: { field: string }[] }).problems?.[0]?.field

describe('a connection', () => {
  test('to a role is given an external id that no other has, and only we can say it', async () => {
    const [one, two] = [await made('One role'), await made('Same role')]
    const ids = [one, two].map(({ settings }) => (settings.kind === 'aws' ? settings.externalId : null))
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toMatch(/^proofline-[0-9a-f-]{36}$/)
    const given = await make('Own id', { settings: aws({ externalId: 'mine' }) })
    expect([given.status, fieldOf(given)]).toEqual([422, 'settings.externalId'])
  })
  test('with the machine’s own credentials is the operator’s to make, and to point somewhere', async () => {
    for (const settings of [
      aws({ credentials: 'ambient' }),
      { kind: 'kubernetes', credentials: 'in-cluster', cluster: 'c' },
      // A platform that names no role of its own would show its token without an external id.
      aws({ credentials: 'web-identity' }),
    ]) {
      const refused = await make('Ambient', { settings }, 'admin')
      expect([refused.status, fieldOf(refused)]).toEqual([422, 'settings.credentials'])
    }
    const connection = ConnectionInput.parse({ name: 'Ambient', settings: aws({ credentials: 'ambient' }) })
    const { id } = await createConnection(await operator(), { org: cast.org, connection })
    const moved = await patch(id, { settings: { kind: 'aws', endpoint: 'https://example.org' } })
    expect([moved.status, fieldOf(moved)]).toEqual([422, 'settings'])
    expect((await patch(id, { settings: { kind: 'aws', regions: ['eu-west-1'] } })).status).toBe(200)
  })
  test.each(['http://127.0.0.1:5000', 'http://localhost:5000', 'https://10.1.2.3', 'http://169.254.169.254'])(
    'to the private address %s is refused and says how an operator allows it',
    async (endpoint) => {
      const refused = await make('Private', { settings: aws({ endpoint }) })
      expect([refused.status, fieldOf(refused)]).toEqual([422, 'settings.endpoint'])
      expect(JSON.stringify(refused.body)).toContain('PROOFLINE_OUTBOUND_ALLOW')
    },
  )
  test('to a private address that the operator allows is made', async () => {
    overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
    expect((await make('Emulator', { settings: aws({ endpoint: 'http://127.0.0.1:5000' }) })).status).toBe(201)
    overrideEnv({ outboundAllow: [] })
  })
  test('is made by assessors and administrators, not by readers, and its name is taken once', async () => {
    expect((await make('Mine', {}, 'viewer')).status).toBe(403)
    expect((await make('Mine')).status).toBe(201)
    expect((await make('Mine')).status).toBe(409)
  })
  test.each([
    ['no role', { settings: aws({ roleArn: null }) }, 'settings.roleArn'],
    ['what is no role', { settings: aws({ roleArn: 'arn:aws:iam::1:user/x' }) }, 'settings.roleArn'],
    ['an unknown region', { settings: aws({ regions: ['Europe'] }) }, 'settings.regions.0'],
    ['a schedule of every minute', { schedule: '* * * * *' }, 'schedule'],
    ['a field nobody knows', { settings: aws({ secret: 'x' }) }, 'settings'],
    ['a cluster without a server', { settings: { kind: 'kubernetes', cluster: 'c' } }, 'settings.server'],
  ])('with %s is refused by field, and nothing is made', async (_, more, field) => {
    const refused = await make('Refused', more)
    expect([refused.status, fieldOf(refused)]).toEqual([422, field])
  })
  test('is listed by name in pages, with when it runs next, and paused it does not', async () => {
    const { id, nextRuns } = await made('Aaa', { schedule: '0 */6 * * *' })
    expect(nextRuns).toHaveLength(3)
    const page = await callRoute(list, { actor: cast.viewer, params: { org: cast.org }, url: '/?limit=1' })
    const { items, nextCursor } = page.body as { items: ConnectionView[]; nextCursor: string }
    expect(items.map(({ name }) => name)).toEqual(['Aaa'])
    const next = await callRoute(list, { actor: cast.viewer, params: { org: cast.org }, url: `/?cursor=${nextCursor}` })
    expect((next.body as { items: ConnectionView[] }).items[0]?.name).not.toBe('Aaa')
    const paused = (await patch(id, { paused: true })).body as ConnectionView
    expect([paused.pausedAt === null, paused.nextRuns]).toEqual([false, []])
  })
})

describe('credentials', () => {
  test('are set by an administrator who just proved who they are, sealed, and never shown', async () => {
    const { id } = await made('Keys', { settings: { kind: 'aws', credentials: 'keys' } })
    const put = (call: object) => callRoute(setSecret, { method: 'PUT', params: at(id), body: KEYS, ...call })
    const stale = passkeyProof(new Date(Date.now() - 3_600_000))
    const session = await openSession(cast.admin.userId ?? '', stale, NOWHERE)
    const answers = [await put({ actor: cast.assessor }), await put({ session }), await put({ actor: cast.admin })]
    expect(answers.map(({ status }) => status)).toEqual([403, 401, 200])
    const shown = await callRoute(read, { actor: cast.admin, params: at(id) })
    expect((shown.body as ConnectionView).hasSecret).toBe(true)
    expect(JSON.stringify([answers, shown.body])).not.toContain(KEYS.secretAccessKey)
    const opened = await forOrganization(cast.organization.id, (store) => openConnectionSecret(store, id))
    expect(JSON.parse(opened ?? '')).toMatchObject({ secretAccessKey: KEYS.secretAccessKey })
  })
  test('are forgotten when they would be sent somewhere else', async () => {
    const { id } = await made('Moved', { settings: { kind: 'aws', credentials: 'keys' } })
    await callRoute(setSecret, { actor: cast.admin, method: 'PUT', params: at(id), body: KEYS })
    const renamed = (await patch(id, { name: 'Moved on' })).body as ConnectionView
    const moved = await patch(id, { settings: { kind: 'aws', endpoint: 'https://192.0.2.1' } })
    expect([renamed.hasSecret, moved.status]).toEqual([true, 422])
    const elsewhere = await patch(id, { settings: { kind: 'aws', endpoint: 'https://93.184.215.14' } })
    expect((elsewhere.body as ConnectionView).hasSecret).toBe(false)
  })
  test('of another kind than the connection opens with are refused', async () => {
    const { id } = await made('A role')
    const refused = await callRoute(setSecret, { actor: cast.admin, method: 'PUT', params: at(id), body: KEYS })
    expect([refused.status, fieldOf(refused)]).toEqual([422, 'secret'])
  })
  test('with a new connection need the right to set them', async () => {
    const more = { settings: { kind: 'aws', credentials: 'keys' }, secret: KEYS }
    expect((await make('With keys', more)).status).toBe(403)
    expect((await make('With keys', more, 'admin')).body).toMatchObject({ hasSecret: true })
  })
})

describe('deleting', () => {
  test('says beforehand what goes, takes it along, and is an administrator’s', async () => {
    const { connectionId: id, id: runId } = await endedRun(cast, { name: 'To be deleted' })
    const counts = await callRoute(readHoldings, { actor: cast.viewer, params: at(id) })
    expect(counts.body).toEqual({ runs: 1, snapshots: 0, verdicts: 0, findings: 0, imports: 0 })
    const by = (actor: Cast['admin']) => callRoute(remove, { actor, method: 'DELETE', params: at(id) })
    expect((await by(cast.assessor)).status).toBe(403)
    const gone = await by(cast.admin)
    expect([gone.status, gone.body]).toEqual([200, counts.body])
    expect((await callRoute(read, { actor: cast.admin, params: at(id) })).status).toBe(404)
    const left = forOrganization(cast.organization.id, ({ runList }) => runList.get(runId))
    await expect(left).rejects.toMatchObject({ code: 'not-found' })
  })
  test('clears its snapshots away, and leaves what another connection’s run names', async () => {
    const organizationId = cast.organization.id
    const files = snapshotFiles(organizationId)
    const [own, both] = [await files.put(['["own"]']), await files.put(['["both"]'])]
    const [gone, stays] = [await endedRun(cast, { name: 'Gone' }), await endedRun(cast, { name: 'Stays' })]
    for (const [run, part] of [
      [gone, own],
      [gone, both],
      [stays, both],
    ] as const) {
      const data = { service: `s-${part.sha256.slice(0, 8)}`, account: 'a', part: part.sha256 }
      await forOrganizations([organizationId], (tx) =>
        tx.runUnit.create({ data: { organizationId, id: newId(), runId: run.id, ...data } }),
      )
    }
    const earlier = new Date(Date.now() - 3_600_000)
    for (const { sha256 } of [own, both]) {
      const path = join(env().dataDir, 'snapshots', organizationId, sha256.slice(0, 2), `${sha256}.json.gz`)
      await utimes(path, earlier, earlier)
    }
    await callRoute(remove, { actor: cast.admin, method: 'DELETE', params: at(gone.connectionId) })
    await expect(files.read(own.sha256)).rejects.toMatchObject({ code: 'internal' })
    expect(await files.read(both.sha256)).toBe('["both"]')
  })
  test('waits for a run to end', async () => {
    const { connectionId: id } = await endedRun(cast, { name: 'Still running', state: 'running' })
    expect((await callRoute(remove, { actor: cast.admin, method: 'DELETE', params: at(id) })).status).toBe(409)
  })
})

test('a schedule says when it would come due', async () => {
  const ask = (schedule: string) =>
    callRoute(previewSchedule, {
      actor: cast.viewer,
      params: { org: cast.org },
      url: `/?schedule=${encodeURIComponent(schedule)}`,
    })
  expect((await ask('0 6 * * 1')).body).toMatchObject({ schedule: '0 6 * * 1', times: { length: 3 } })
  expect((await ask('never')).status).toBe(422)
})
