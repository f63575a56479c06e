import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LINK_PROOF, openSession } from '@/lib/auth/session'
import { forOrganizations } from '@/lib/db/scope'
import type { Account } from '@/lib/model/account'
import type { Actor } from '@/lib/model/actor'
import type { OwnSession } from '@/lib/model/own-session'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { fromAddress } from '@/lib/testing/from-address'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { GET as getAccount } from './route'
import { DELETE as endSession } from './sessions/[id]/route'
import { DELETE as endOthers, GET as listSessions } from './sessions/route'

let database: TestDatabase
let cast: Cast
let viewer: Actor
let here: string
let there: string

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  cast = (await twoOrganizations()).attacker
  viewer = cast.viewer
  await database.owner.query('DELETE FROM sessions WHERE user_id = $1', [viewer.userId])
  here = await openSession(viewer.userId ?? '', LINK_PROOF, NOWHERE)
  there = await openSession(viewer.userId ?? '', LINK_PROOF, { ...NOWHERE, address: '192.0.2.7' })
})

const list = async (session: string) => {
  const { body } = await callRoute(listSessions, { session })
  return (body as { items: OwnSession[] }).items
}
const idOf = async (session: string) => (await list(session)).find(({ current }) => current)?.id ?? ''
const statusOf = async (session: string) => (await callRoute(getAccount, { session })).status

describe('one’s own sessions', () => {
  test('200: are listed with where they began and what proved them, this one marked', async () => {
    const items = await list(here)
    expect(items).toHaveLength(2)
    expect(items.filter(({ current }) => current)).toMatchObject([{ method: 'link', provenAt: null, address: null }])
    expect(items.find(({ current }) => !current)).toMatchObject({ address: '192.0.2.7', signals: [] })
  })
  test('200: say what speaks against them, until it has faded', async () => {
    const id = await idOf(here)
    await database.owner.query(
      `INSERT INTO risk_signals VALUES (gen_random_uuid(), $1, $2, 'new-device', 40, now() - interval '30 minutes', '{}'),
        (gen_random_uuid(), $1, $2, 'unusual-hour', 40, now() - interval '25 hours', '{}')`,
      [viewer.userId, id],
    )
    const [seen] = (await list(here)).filter((session) => session.id === id)
    expect(seen?.signals).toMatchObject([{ kind: 'new-device', weight: 40, detail: {} }])
  })
  test('204: one that is ended opens nothing from its next request on', async () => {
    expect(await statusOf(there)).toBe(200)
    const ended = await callRoute(endSession, { session: here, method: 'DELETE', params: { id: await idOf(there) } })
    expect([ended.status, await statusOf(there), await statusOf(here)]).toEqual([204, 401, 200])
    const { rows } = await database.owner.query(
      'SELECT revoked_for FROM sessions WHERE revoked_at IS NOT NULL AND user_id = $1',
      [viewer.userId],
    )
    expect(rows).toEqual([{ revoked_for: 'by-person' }])
  })
  test('200: all others end at once, and the log says so once for each', async () => {
    await openSession(viewer.userId ?? '', LINK_PROOF, NOWHERE)
    const answer = await callRoute(endOthers, { session: here, method: 'DELETE' })
    expect(answer).toMatchObject({ status: 200, body: { ended: 2 } })
    expect([await statusOf(there), await statusOf(here)]).toEqual([401, 200])
    const entries = await forOrganizations([cast.organization.id], (tx) =>
      tx.auditEntry.findMany({ where: { action: 'session.revoked', actorId: viewer.userId } }),
    )
    expect(entries).toHaveLength(2)
  })
  test('404: another person’s session looks absent, and goes on', async () => {
    const others = await openSession(cast.assessor.userId ?? '', LINK_PROOF, NOWHERE)
    const id = await idOf(others)
    const answer = await callRoute(endSession, { session: here, method: 'DELETE', params: { id } })
    expect([answer.status, await statusOf(others)]).toEqual([404, 200])
    expect((await list(here)).map((session) => session.id)).not.toContain(id)
  })
  test('401: one brought by another browser ends for good', async () => {
    const headers = fromAddress('192.0.2.7', { 'user-agent': 'curl/8' })
    expect((await callRoute(getAccount, { session: there, headers })).status).toBe(401)
    expect(await statusOf(there)).toBe(401)
  })
})

describe('one’s own account', () => {
  test('200: says who one is and as what one may act where', async () => {
    const { body } = await callRoute(getAccount, { session: here })
    expect(body).toMatchObject({
      kind: 'person',
      userId: viewer.userId,
      email: `vera@${cast.org}.example`,
      name: 'Vera Viewer',
      method: 'link',
      hasCredential: false,
      roles: [{ org: cast.org, role: 'viewer', ownRole: 'viewer', elevatedUntil: null, expiresAt: null }],
    })
    expect(JSON.stringify(body)).not.toContain(cast.organization.id)
  })
  test('200: a token learns for which organization it speaks, and has no sessions', async () => {
    const token = await cast.token('assessor')
    const { body } = await callRoute(getAccount, { token })
    expect((body as Account).roles).toMatchObject([{ org: cast.org, role: 'assessor' }])
    expect((await callRoute(listSessions, { token })).status).toBe(403)
  })
})
