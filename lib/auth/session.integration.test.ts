import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { users } from '@/lib/db/repositories/users'
import { withoutTenant } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { actorOfSession, openSession } from './session'
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

const later = (ms: number) => new Date(Date.now() + ms)
const tokenOf = (link: string) => new URL(link, 'http://localhost').searchParams.get('token') ?? ''

describe('a session', () => {
  test('opens for its person and names their memberships', async () => {
    const actor = await actorOfSession(await openSession(userId))
    expect(actor).toMatchObject({ kind: 'person', userId, name: 'Vera Viewer' })
    expect(actor?.memberships).toEqual([
      { organizationId: cast.organization.id, slug: cast.org, name: 'The attacker', role: 'viewer' },
    ])
  })
  test('ends after eight hours, and after thirty minutes without a request', async () => {
    const cookie = await openSession(userId)
    expect(await actorOfSession(cookie, later(29 * MINUTE))).not.toBeNull()
    expect(await actorOfSession(cookie, later(28 * MINUTE + 31 * MINUTE))).toBeNull()
    expect(await actorOfSession(await openSession(userId), later(8 * 60 * MINUTE + 1))).toBeNull()
  })
  test('is asked of the database: revoked there, it opens nothing from the next request on', async () => {
    const cookie = await openSession(userId)
    await database.owner.query('UPDATE sessions SET revoked_at = now() WHERE user_id = $1', [userId])
    expect(await actorOfSession(cookie)).toBeNull()
  })
  test('loses a membership at once when it ends', async () => {
    const cookie = await openSession(userId)
    await database.owner.query('UPDATE memberships SET expires_at = now() WHERE user_id = $1', [userId])
    expect((await actorOfSession(cookie))?.memberships).toEqual([])
    await database.owner.query('UPDATE memberships SET expires_at = NULL WHERE user_id = $1', [userId])
  })
  test('cannot be made up: nonsense, nothing and an altered cookie open nothing', async () => {
    const cookie = await openSession(userId)
    const altered = `${cookie.slice(0, -6)}${cookie.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    for (const forged of [undefined, '', 'nonsense', altered]) expect(await actorOfSession(forged)).toBeNull()
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
