import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { users } from '@/lib/db/repositories/users'
import { withoutTenant } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { actorOfSession, LINK_PROOF, openSession, passkeyProof } from './session'
import { issueSignInLink, takeSignInLink } from './sign-in-link'

const MINUTE = 60_000
let database: TestDatabase
let cast: Cast
let userId: string

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
  userId = (cast.viewer as Actor & { userId: string }).userId
})
afterAll(() => database.close())

const opened = (now = new Date()) => openSession(userId, LINK_PROOF, NOWHERE, now)
const actor = (cookie: string | undefined, now = new Date()) => actorOfSession(cookie, NOWHERE, now)
const later = (ms: number) => new Date(Date.now() + ms)
const tokenOf = (link: string) => new URL(link, 'http://localhost').searchParams.get('token') ?? ''

describe('a session', () => {
  test('opens for its person and names their memberships', async () => {
    const ada = await actor(await opened())
    expect(ada).toMatchObject({ kind: 'person', userId, name: 'Vera Viewer' })
    expect(ada?.memberships).toMatchObject([
      { organizationId: cast.organization.id, slug: cast.org, name: 'The attacker', role: 'viewer', ownRole: 'viewer' },
    ])
  })
  test('ends after eight hours, and after thirty minutes without a request', async () => {
    const cookie = await opened()
    expect(await actor(cookie, later(29 * MINUTE))).not.toBeNull()
    expect(await actor(cookie, later(28 * MINUTE + 31 * MINUTE))).toBeNull()
    expect(await actor(await opened(), later(8 * 60 * MINUTE + 1))).toBeNull()
  })
  test('is not kept awake by being looked at while an answer goes on', async () => {
    const cookie = await opened()
    expect(await actorOfSession(cookie, NOWHERE, later(29 * MINUTE), { touches: false })).not.toBeNull()
    expect(await actor(cookie, later(31 * MINUTE))).toBeNull()
  })
  test('is asked of the database: revoked there, it opens nothing from the next request on', async () => {
    const cookie = await opened()
    await database.owner.query('UPDATE sessions SET revoked_at = now() WHERE user_id = $1', [userId])
    expect(await actor(cookie)).toBeNull()
  })
  test('loses a membership at once when it ends', async () => {
    const cookie = await opened()
    await database.owner.query('UPDATE memberships SET expires_at = now() WHERE user_id = $1', [userId])
    expect((await actor(cookie))?.memberships).toEqual([])
    await database.owner.query('UPDATE memberships SET expires_at = NULL WHERE user_id = $1', [userId])
  })
  test('works in the browser that it began in and ends when another brings it', async () => {
    const origin = { ...NOWHERE, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140' }
    const cookie = await openSession(userId, LINK_PROOF, origin)
    expect(await actorOfSession(cookie, origin)).not.toBeNull()
    expect(await actorOfSession(cookie, { ...origin, userAgent: 'curl/8' })).toBeNull()
    expect(await actorOfSession(cookie, origin)).toBeNull()
  })
  test('says how and when its person proved who they are, and from where they ask', async () => {
    const now = new Date()
    const seen = { ...NOWHERE, address: '192.0.2.7', devicePosture: 'compliant' } as const
    const cookie = await openSession(userId, passkeyProof(now), seen, now)
    expect((await actorOfSession(cookie, seen, now))?.context).toMatchObject({
      method: 'passkey',
      provenAt: now.getTime(),
      startedAt: now.getTime(),
      address: '192.0.2.7',
      devicePosture: 'compliant',
      risk: 0,
    })
    expect((await actor(await opened()))?.context).toMatchObject({
      method: 'link',
      provenAt: null,
      hasCredential: false,
    })
  })
  test('knows what speaks against it, half as much after half an hour', async () => {
    const cookie = await opened()
    const id = (await actor(cookie))?.context.sessionId
    await database.owner.query(
      `INSERT INTO risk_signals VALUES (gen_random_uuid(), $1, $2, 'new-device', 40, now() - interval '30 minutes', '{}')`,
      [userId, id],
    )
    expect((await actor(cookie))?.context.risk).toBe(20)
  })
  test('has the higher role of an elevation until it ends', async () => {
    const cookie = await opened()
    const role = async (now?: Date) => (await actor(cookie, now))?.memberships[0]?.role
    await database.owner.query(
      `UPDATE memberships SET elevated_role = 'admin', elevated_until = now() + interval '10 minutes' WHERE user_id = $1`,
      [userId],
    )
    expect(await role()).toBe('admin')
    expect(await role(later(10 * MINUTE + 1))).toBe('viewer')
    await database.owner.query(
      'UPDATE memberships SET elevated_role = NULL, elevated_until = NULL WHERE user_id = $1',
      [userId],
    )
  })
  test('cannot be made up: nonsense, nothing and an altered cookie open nothing', async () => {
    const cookie = await opened()
    const altered = `${cookie.slice(0, -6)}${cookie.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    for (const forged of [undefined, '', 'nonsense', altered]) expect(await actor(forged)).toBeNull()
  })
})

describe('a sign-in link', () => {
  test('signs in once, even when two take it at the same moment', async () => {
    const token = tokenOf(await issueSignInLink(userId))
    const taken = await Promise.all([takeSignInLink(token), takeSignInLink(token)])
    expect(taken.filter((id) => id === userId)).toHaveLength(1)
    expect(await takeSignInLink(token)).toBeNull()
  })
  test('stops working after fifteen minutes', async () => {
    const token = tokenOf(await issueSignInLink(userId))
    expect(await takeSignInLink(token, later(15 * MINUTE + 1))).toBeNull()
  })
  test('is kept only as a hash', async () => {
    const token = tokenOf(await issueSignInLink(userId))
    const { rows } = await database.owner.query('SELECT * FROM sign_in_links')
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

test('an address is one person however it is written', async () => {
  const first = await withoutTenant((tx) => users(tx).put('Mia@Case.Example', 'Mia'))
  const second = await withoutTenant((tx) => users(tx).put(' mia@case.example', 'Somebody else'))
  expect(second).toMatchObject({ id: first.id, name: 'Mia' })
})
