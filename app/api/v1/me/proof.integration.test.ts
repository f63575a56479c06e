import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DELETE as deleteDeployment } from '@/app/api/v1/orgs/[org]/deployments/[id]/route'
import { actorOfSession, LINK_PROOF, openSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { authenticator, type Deviation } from '@/lib/testing/authenticator'
import { callRoute, type RouteAnswer } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { POST as passkeyOptions } from './passkeys/options/route'
import { POST as addPasskey } from './passkeys/route'
import { POST as proofOptions } from './proof/options/route'
import { POST as prove } from './proof/route'

let database: TestDatabase
let cast: Cast
let admin: Actor
let session: string

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  cast = (await twoOrganizations()).attacker
  admin = cast.admin
  session = await linkSession(admin)
})

const linkSession = (actor: Actor) => openSession(actor.userId ?? '', LINK_PROOF, NOWHERE)
const post = (handler: typeof prove, cookie: string, body: object = {}) =>
  callRoute(handler, { session: cookie, method: 'POST', body })

/** A passkey of this session's person. */
async function keyOf(cookie: string, key = authenticator()) {
  const { body } = await post(passkeyOptions, cookie)
  const { status } = await post(addPasskey, cookie, { response: key.create(body as CeremonyOptions) })
  expect(status).toBe(201)
  return key
}
const waysOf = async (cookie: string) =>
  (await post(proofOptions, cookie)).body as { options: CeremonyOptions | null; providers: object[] }
const optionsOf = async (cookie: string) => (await waysOf(cookie)).options ?? {}

/** The session that an answer hands out. */
const sessionIn = ({ headers }: RouteAnswer) =>
  new RegExp(`^${sessionCookie()}=([^;]+)`).exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
const contextOf = async (cookie: string) => (await actorOfSession(cookie, NOWHERE))?.context

const removeDeployment = async (cookie: string) => {
  const { id } = await deploymentOf(cast, { slug: `d-${Math.floor(performance.now() * 1000)}` })
  const params = { org: cast.org, id }
  return callRoute(deleteDeployment, { session: cookie, method: 'DELETE', params })
}

describe('a fresh proof', () => {
  test('204: lets its person do at once what a link alone may not', async () => {
    const key = await keyOf(session)
    expect(await removeDeployment(session)).toMatchObject({
      status: 401,
      body: { type: expect.stringMatching(/\/step-up$/), title: 'Prove that it is you once more' },
    })
    const answer = await post(prove, session, { response: key.sign(await optionsOf(session)) })
    expect(answer.status).toBe(204)
    expect((await removeDeployment(sessionIn(answer))).status).toBe(204)
  })
  test('goes on under a new id: the cookie from before opens nothing, what was seen against it stays', async () => {
    const key = await keyOf(session)
    const before = (await contextOf(session))?.sessionId
    await database.owner.query(
      `INSERT INTO risk_signals VALUES (gen_random_uuid(), $1, $2, 'new-device', 20, now(), '{}')`,
      [admin.userId, before],
    )
    const renewed = sessionIn(await post(prove, session, { response: key.sign(await optionsOf(session)) }))
    expect(await contextOf(session)).toBeUndefined()
    expect(await contextOf(renewed)).toMatchObject({
      method: 'passkey',
      amr: ['pop', 'user', 'mfa'],
      risk: 20,
      hasCredential: true,
    })
    expect((await contextOf(renewed))?.sessionId).not.toBe(before)
  })
  test('grows old: after five minutes it is asked for again', async () => {
    const key = await keyOf(session)
    const proven = sessionIn(await post(prove, session, { response: key.sign(await optionsOf(session)) }))
    await database.owner.query(`UPDATE sessions SET proven_at = now() - interval '301 seconds' WHERE user_id = $1`, [
      admin.userId,
    ])
    expect((await removeDeployment(proven)).status).toBe(401)
  })
  test('is asked of one’s own passkeys alone; without any there is none to ask', async () => {
    expect(await waysOf(session)).toEqual({ options: null, providers: [] })
    const key = await keyOf(session)
    expect(await optionsOf(session)).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ id: key.id }],
    })
  })
  test.each<[string, Deviation]>([
    ['from another origin', { origin: 'https://localhost:3000' }],
    ['for another relying party', { rpId: 'localhost.evil.example' }],
    ['without user verification', { verified: false }],
    ['with a signature that does not hold', { forged: true }],
    ['that answers a made-up challenge', { challenge: 'bm90LW91cnM' }],
    ['that names another person', { userHandle: 'c29tZWJvZHk' }],
    ['that is a registration', { type: 'webauthn.create' }],
  ])('422: an assertion %s is refused in the same words and proves nothing', async (_, deviation) => {
    const key = await keyOf(session)
    const answer = await post(prove, session, { response: key.sign(await optionsOf(session), deviation) })
    expect(answer).toMatchObject({
      status: 422,
      body: { detail: expect.stringMatching(/^This passkey did not confirm/) },
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await contextOf(session)).toMatchObject({ method: 'link', provenAt: null })
  })
  test('422: an assertion proves once; its challenge is used up even when something else was wrong', async () => {
    const key = await keyOf(session)
    const options = await optionsOf(session)
    expect((await post(prove, session, { response: key.sign(options, { verified: false }) })).status).toBe(422)
    expect((await post(prove, session, { response: key.sign(options) })).status).toBe(422)
    const response = key.sign(await optionsOf(session))
    const renewed = sessionIn(await post(prove, session, { response }))
    expect((await post(prove, renewed, { response })).status).toBe(422)
  })
  test('422: another person’s passkey, and a challenge of another session, prove nothing', async () => {
    const key = await keyOf(session)
    const others = await linkSession(cast.assessor)
    const theirKey = await keyOf(others)
    const theirs = theirKey.sign(await optionsOf(session), { userHandle: null })
    expect((await post(prove, session, { response: theirs })).status).toBe(422)
    const elsewhere = await linkSession(admin)
    const fromElsewhere = key.sign(await optionsOf(elsewhere))
    expect((await post(prove, session, { response: fromElsewhere })).status).toBe(422)
  })
  test('422: a passkey whose counter did not go up may be a copy: it is refused, and administrators can read of it', async () => {
    const key = await keyOf(session)
    const proven = sessionIn(await post(prove, session, { response: key.sign(await optionsOf(session)) }))
    const copy = key.sign(await optionsOf(proven), { counter: 1 })
    expect((await post(prove, proven, { response: copy })).status).toBe(422)
    expect((await contextOf(proven))?.risk).toBe(60)
    const entries = await forOrganizations([cast.organization.id], (tx) =>
      tx.auditEntry.findMany({ where: { action: 'passkey.counter-fell' } }),
    )
    expect(entries).toMatchObject([{ actorId: admin.userId, detail: { counterBefore: 1, counter: 1 } }])
  })
  test('204: an authenticator that keeps no count may sign again and again', async () => {
    const key = await keyOf(session, authenticator({ counts: false }))
    const once = sessionIn(await post(prove, session, { response: key.sign(await optionsOf(session)) }))
    expect((await post(prove, once, { response: key.sign(await optionsOf(once)) })).status).toBe(204)
  })
  test('401, 403: is nothing for nobody, and nothing for a token', async () => {
    const token = await cast.token('admin')
    const statuses = await Promise.all([
      callRoute(proofOptions, { method: 'POST', body: {} }),
      callRoute(proofOptions, { token, method: 'POST', body: {} }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([401, 403])
  })
})
