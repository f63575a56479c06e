import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LINK_PROOF, openSession, passkeyProof } from '@/lib/auth/session'
import { takeSignInLink } from '@/lib/auth/sign-in-link'
import type { Actor } from '@/lib/model/actor'
import type { Invited, Member } from '@/lib/model/member'
import type { Notice } from '@/lib/model/notice'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE as ORIGIN, person, twoOrganizations } from '@/lib/testing/organizations'
import * as noticesRoute from '../notices/route'
import * as organization from '../route'
import * as memberRoute from './[id]/route'
import * as sessionsRoute from './[id]/sessions/route'
import * as linkRoute from './[id]/sign-in-link/route'
import * as membersRoute from './route'

const DAY = 86_400_000
const daysAhead = (days: number) => new Date(Date.now() + days * DAY).toISOString()

let database: TestDatabase
let cast: Cast
let other: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: cast, attacker: other } = await twoOrganizations())
})
afterAll(() => database.close())

const idOf = (actor: Actor): string => actor.userId ?? ''
const at = (id: string, { org }: Cast = cast) => ({ org, id })

const invite = (body: object, { org, admin }: Cast = cast) =>
  callRoute(membersRoute.POST, { method: 'POST', actor: admin, params: { org }, body })
const change = (id: string, body: object, actor: Actor = cast.admin) =>
  callRoute(memberRoute.PATCH, { method: 'PATCH', actor, params: at(id), body })
const remove = (id: string, actor: Actor = cast.admin) =>
  callRoute(memberRoute.DELETE, { method: 'DELETE', actor, params: at(id) })
const issueLink = (id: string, from: Cast = cast) =>
  callRoute(linkRoute.POST, { method: 'POST', actor: from.admin, params: at(id, from) })
const read = async (id: string): Promise<Member> =>
  (await callRoute(memberRoute.GET, { actor: cast.admin, params: at(id) })).body as Member

async function invited(name: string, role = 'viewer', expiresAt: string | null = null): Promise<Invited> {
  const answer = await invite({ email: `${name}@${cast.org}.example`, name, role, expiresAt })
  expect(answer.status).toBe(201)
  return answer.body as Invited
}

describe('asking somebody in', () => {
  test('makes a member, and gives a link that signs them in once', async () => {
    const { member, link } = await invited('New.Person')
    expect(member).toMatchObject({ email: `new.person@${cast.org}.example`, role: 'viewer', passkeys: 0, providers: 0 })
    const token = new URL(link?.url ?? '').searchParams.get('token') ?? ''
    expect(await takeSignInLink(token)).toBe(member.userId)
    expect(await takeSignInLink(token)).toBeNull()
    expect(await auditOf(cast, member.userId)).toEqual(['member.added', 'sign-in-link.issued'])
  })

  test('refuses an address that only looks like one, and names the letter', async () => {
    const answer = await invite({ email: 'аda@example.test', name: 'Ada', role: 'admin' })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('U+0430')
  })

  test('refuses whoever is a member already, however the address is written', async () => {
    const answer = await invite({ email: `VERA@${cast.org}.example`, name: 'Vera', role: 'admin' })
    expect(answer).toMatchObject({ status: 409, body: { problems: [{ field: 'email' }] } })
  })

  test('asks before somebody known elsewhere gets in, and gives nobody a link to their account', async () => {
    const words = { email: `vera@${other.org}.example`, name: 'Vera', role: 'viewer' }
    const asked = await invite(words)
    expect(asked).toMatchObject({ status: 409, body: { problems: [{ field: 'isKnownPerson' }] } })
    expect(JSON.stringify(asked.body)).not.toContain(other.org)
    const answer = await invite({ ...words, isKnownPerson: true })
    expect(answer).toMatchObject({ status: 201, body: { link: null, member: { isAccountManaged: false } } })
  })
})

describe('an end date', () => {
  test('is what an auditor must have, at most a year away', async () => {
    const words = { email: `odd@${cast.org}.example`, name: 'Odd', role: 'auditor' }
    for (const expiresAt of [null, daysAhead(366), daysAhead(-1)]) {
      expect(await invite({ ...words, expiresAt })).toMatchObject({
        status: 422,
        body: { problems: [{ field: 'expiresAt' }] },
      })
    }
    expect((await invite({ ...words, expiresAt: daysAhead(365) })).status).toBe(201)
  })

  test('ends what a live session may do when it is reached', async () => {
    const { member } = await invited('Ending', 'assessor', daysAhead(1))
    const session = await openSession(member.userId, passkeyProof(new Date()), ORIGIN)
    const visit = () => callRoute(organization.GET, { session, params: { org: cast.org } })
    expect((await visit()).status).toBe(200)
    await database.owner.query('UPDATE memberships SET expires_at = now() WHERE user_id = $1', [member.userId])
    expect((await visit()).status).toBe(404)
    expect(await read(member.userId)).toMatchObject({ hasEnded: true, reviewDueAt: null, isReviewOverdue: false })
  })
})

describe('changing and removing', () => {
  test('a role change and a removal bite on the next request of a live session', async () => {
    const { member } = await invited('Live', 'admin')
    const session = await openSession(member.userId, passkeyProof(new Date()), ORIGIN)
    const rename = () =>
      callRoute(organization.PATCH, { method: 'PATCH', session, params: { org: cast.org }, body: { headcount: 7 } })
    expect((await rename()).status).toBe(200)
    expect(await change(member.userId, { role: 'viewer' })).toMatchObject({ status: 200, body: { role: 'viewer' } })
    expect((await rename()).status).toBe(403)
    expect((await remove(member.userId)).status).toBe(204)
    expect((await rename()).status).toBe(404)
    expect((await remove(member.userId)).status).toBe(404)
  })

  test('nobody changes or removes themselves', async () => {
    await invited('Second.Admin', 'admin')
    for (const answer of [await change(idOf(cast.admin), { expiresAt: null }), await remove(idOf(cast.admin))]) {
      expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining('Another administrator') } })
    }
  })

  test('one administrator without an end date always stays', async () => {
    const lone = other.admin
    const { member } = (
      await invite({ email: `b@${other.org}.example`, name: 'B', role: 'admin', expiresAt: daysAhead(30) }, other)
    ).body as Invited
    const second = await person(member.email, 'B')
    const params = at(idOf(lone), other)
    const attempts = [
      await callRoute(memberRoute.PATCH, { method: 'PATCH', actor: second, params, body: { role: 'viewer' } }),
      await callRoute(memberRoute.PATCH, { method: 'PATCH', actor: second, params, body: { expiresAt: daysAhead(9) } }),
      await callRoute(memberRoute.DELETE, { method: 'DELETE', actor: second, params }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([409, 409, 409])
  })

  test('two administrators who remove each other at the same moment leave one', async () => {
    const { victim } = await twoOrganizations()
    const words = { email: `b@${victim.org}.example`, name: 'B', role: 'admin' }
    const { member } = (await invite(words, victim)).body as Invited
    const second = await person(member.email, 'B')
    // Its first use is written down by then: only what decides about members waits below.
    await callRoute(membersRoute.GET, { actor: second, params: { org: victim.org } })
    // Whoever holds both memberships makes the two requests meet.
    await database.owner.query('BEGIN')
    await database.owner.query(`SELECT 1 FROM memberships WHERE user_id = ANY ($1) FOR UPDATE`, [
      [member.userId, idOf(victim.admin)],
    ])
    const both = Promise.all([
      callRoute(memberRoute.DELETE, { method: 'DELETE', actor: victim.admin, params: at(member.userId, victim) }),
      callRoute(memberRoute.DELETE, { method: 'DELETE', actor: second, params: at(idOf(victim.admin), victim) }),
    ])
    const waiting = async () =>
      (await database.owner.query(`SELECT pid FROM pg_locks WHERE NOT granted AND locktype <> 'advisory'`)).rowCount
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
    await database.owner.query('COMMIT')
    expect((await both).map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('what single sign-on gives is changed there, and can be taken away here', async () => {
    const { member } = await invited('Sso')
    await database.owner.query(`UPDATE memberships SET source = 'single-sign-on' WHERE user_id = $1`, [member.userId])
    expect(await change(member.userId, { role: 'admin' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('identity provider') },
    })
    expect((await remove(member.userId)).status).toBe(204)
  })

  test('is for administrators with a fresh proof: auditors read, viewers see nothing', async () => {
    const target = idOf(cast.secondAssessor)
    expect((await change(target, { role: 'viewer' }, cast.assessor)).status).toBe(403)
    const list = (actor: Actor) => callRoute(membersRoute.GET, { actor, params: { org: cast.org } })
    expect([(await list(cast.auditor)).status, (await list(cast.viewer)).status]).toEqual([200, 403])
    const session = await openSession(idOf(cast.admin), passkeyProof(new Date(Date.now() - 6 * 60_000)), ORIGIN)
    const stale = { method: 'PATCH', session, params: at(target), body: { role: 'viewer' } }
    expect(await callRoute(memberRoute.PATCH, stale)).toMatchObject({
      status: 401,
      body: { title: expect.any(String) },
    })
    expect((await read(target)).role).toBe('assessor')
  })
})

describe('recovery', () => {
  test('is a link by another administrator that every administrator is told of, and leaves sessions alone', async () => {
    const { member } = await invited('Lost.Key')
    await openSession(member.userId, LINK_PROOF, ORIGIN)
    expect(await issueLink(member.userId)).toMatchObject({
      status: 201,
      body: { url: expect.stringContaining('token=') },
    })
    expect((await read(member.userId)).liveSessions).toBe(1)
    const told = await callRoute(noticesRoute.GET, { actor: cast.admin, params: { org: cast.org } })
    expect((told.body as { items: Notice[] }).items[0]).toMatchObject({
      action: 'sign-in-link.issued',
      subjectName: 'Lost.Key',
      isSeen: false,
    })
  })

  test('is not for oneself', async () => {
    expect((await issueLink(idOf(cast.admin))).status).toBe(403)
  })

  test('is not for people of organizations one does not administer, whose account it would open', async () => {
    const email = `both@${other.org}.example`
    await invite({ email, name: 'Both', role: 'viewer' }, other)
    const { member } = (await invite({ email, name: 'Both', role: 'viewer', isKnownPerson: true })).body as Invited
    for (const answer of [await issueLink(member.userId), await issueLink(member.userId, other)]) {
      expect(answer.status).toBe(403)
      expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${other.org}|The attacker|The victim`))
    }
    const sessions = { actor: cast.admin, params: at(member.userId) }
    expect((await callRoute(sessionsRoute.GET, sessions)).status).toBe(403)
    expect((await callRoute(sessionsRoute.DELETE, { ...sessions, method: 'DELETE' })).status).toBe(403)
    expect(await read(member.userId)).toMatchObject({ isAccountManaged: false, liveSessions: null })
  })

  test('is logged in every organization the link leads to', async () => {
    const { victim, attacker } = await twoOrganizations()
    const email = `shared@${victim.org}.example`
    const admin = `boss@${victim.org}.example`
    for (const place of [victim, attacker]) {
      const known = place === attacker
      await invite({ email: admin, name: 'Boss', role: 'admin', isKnownPerson: known }, place)
      await invite({ email, name: 'Shared', role: 'viewer', isKnownPerson: known }, place)
    }
    const { userId } = await person(email, 'Shared')
    const boss = await person(admin, 'Boss')
    const answer = await callRoute(linkRoute.POST, { method: 'POST', actor: boss, params: at(userId ?? '', victim) })
    expect(answer.status).toBe(201)
    for (const place of [victim, attacker]) expect(await auditOf(place, userId ?? '')).toContain('sign-in-link.issued')
  })
})

describe('sessions of a member', () => {
  test('are listed and ended at once, and links that wait end with them', async () => {
    const { member, link } = await invited('Many.Sessions')
    const origin = { ...ORIGIN, address: '192.0.2.7' }
    const opened = await Promise.all([1, 2].map(() => openSession(member.userId, passkeyProof(new Date()), origin)))
    const params = at(member.userId)
    const { body } = await callRoute(sessionsRoute.GET, { actor: cast.admin, params })
    expect(body).toMatchObject({ items: [{ address: '192.0.2.7', method: 'passkey', risk: 0 }, {}] })
    const visit = (session: string) => callRoute(organization.GET, { session, params: { org: cast.org } })
    expect((await visit(opened[0] ?? '')).status).toBe(200)
    const ended = await callRoute(sessionsRoute.DELETE, { method: 'DELETE', actor: cast.admin, params })
    expect(ended).toMatchObject({ status: 200, body: { ended: 2 } })
    for (const session of opened) expect((await visit(session)).status).toBe(401)
    expect(await takeSignInLink(new URL(link?.url ?? '').searchParams.get('token') ?? '')).toBeNull()
    expect((await auditOf(cast, member.userId)).at(-1)).toBe('session.revoked')
  })
})

test('the list goes on page by page, by name', async () => {
  const { victim } = await twoOrganizations()
  const page = async (query: string) =>
    (await callRoute(membersRoute.GET, { actor: victim.admin, params: { org: victim.org }, url: `/?limit=3${query}` }))
      .body as { items: Member[]; nextCursor: string | null }
  const first = await page('')
  const rest = await page(`&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
    'Ada Admin',
    'Asa Assessor',
    'Bela Assessor',
    'Odo Auditor',
    'Vera Viewer',
  ])
  expect(rest.nextCursor).toBeNull()
  const elsewhere = { actor: other.admin, params: { org: other.org }, url: `/?cursor=${first.nextCursor}` }
  expect((await callRoute(membersRoute.GET, elsewhere)).status).toBe(422)
})
