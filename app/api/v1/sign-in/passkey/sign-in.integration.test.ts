import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as passkeyOptions } from '@/app/api/v1/me/passkeys/options/route'
import { POST as addPasskey } from '@/app/api/v1/me/passkeys/route'
import { actorOfSession, LINK_PROOF, openSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { forOrganizations } from '@/lib/db/scope'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { authenticator, type Deviation } from '@/lib/testing/authenticator'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { POST as askOptions } from './options/route'
import { POST as signIn } from './route'

let database: TestDatabase
let cast: Cast
let key: ReturnType<typeof authenticator>

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  cast = (await twoOrganizations()).attacker
  key = authenticator()
  const session = await openSession(cast.viewer.userId ?? '', LINK_PROOF, NOWHERE)
  const options = (await callRoute(passkeyOptions, { session, method: 'POST', body: {} })).body
  const response = key.create(options as CeremonyOptions)
  await callRoute(addPasskey, { session, method: 'POST', body: { response } })
})

const optionsNow = async () =>
  (await callRoute(askOptions, { method: 'POST', body: {} })).body as CeremonyOptions & { challenge: string }
const enter = (response: unknown, more: object = {}) =>
  callRoute(signIn, { method: 'POST', body: { response }, ...more })
const detail =
  'This passkey does not sign anybody in here. Try another one, or ask an administrator for a sign-in link.'

describe('signing in with a passkey', () => {
  test('204: opens a session for its person, proven this moment, without a name having been asked', async () => {
    const options = await optionsNow()
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
    const answer = await enter(key.sign(options))
    expect(answer.status).toBe(204)
    const header = answer.headers.get('set-cookie') ?? ''
    expect(header).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/)
    const actor = await actorOfSession(header.split(';')[0]?.slice(sessionCookie().length + 1), NOWHERE)
    expect(actor).toMatchObject({
      userId: cast.viewer.userId,
      context: { method: 'passkey', amr: ['pop', 'user', 'mfa'] },
    })
    expect(Date.now() - (actor?.context.provenAt ?? 0)).toBeLessThan(60_000)
  })
  test('ends the session its browser had', async () => {
    const session = await openSession(cast.viewer.userId ?? '', LINK_PROOF, NOWHERE)
    expect((await enter(key.sign(await optionsNow()), { session })).status).toBe(204)
    expect(await actorOfSession(session, NOWHERE)).toBeNull()
  })
  test('is in the log of the organizations its person belongs to', async () => {
    await enter(key.sign(await optionsNow()))
    const entries = await forOrganizations([cast.organization.id], (tx) =>
      tx.auditEntry.findMany({ where: { action: 'session.opened' } }),
    )
    expect(entries).toMatchObject([{ actorId: cast.viewer.userId, detail: { method: 'passkey' } }])
  })
  test.each<[string, Deviation]>([
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['without user verification', { verified: false }],
    ['with a signature that does not hold', { forged: true }],
    ['that answers a made-up challenge', { challenge: 'bm90LW91cnM' }],
    ['that names another person', { userHandle: 'c29tZWJvZHk' }],
    ['that names nobody', { userHandle: null }],
  ])('401: an assertion %s is refused in words that tell nothing', async (_, deviation) => {
    const answer = await enter(key.sign(await optionsNow(), deviation))
    expect(answer).toMatchObject({ status: 401, body: { detail } })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
  test('401: a passkey that nobody has is refused in the same words', async () => {
    const nobodys = authenticator()
    nobodys.create({ rp: { id: 'localhost' }, user: { id: 'bm9ib2R5' }, challenge: 'x' })
    expect(await enter(nobodys.sign(await optionsNow()))).toMatchObject({ status: 401, body: { detail } })
  })
  test('401: an assertion signs in once, and one made for something else does not', async () => {
    const options = await optionsNow()
    const response = key.sign(options)
    const statuses = await Promise.all([enter(response), enter(response)])
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([204, 401])
    await database.owner.query(
      `INSERT INTO challenges SELECT gen_random_uuid(), 'register', 'T3RoZXI', NULL, NULL, now() + interval '1 minute'`,
    )
    expect((await enter(key.sign({ ...options, challenge: 'T3RoZXI' }))).status).toBe(401)
  })
  test('403: another site cannot sign anybody in', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await enter(key.sign(await optionsNow()), { headers })).status).toBe(403)
  })
  test.each<[string, unknown, number]>([
    ['nothing', {}, 422],
    ['what is not base64url', { response: { id: '../..', rawId: 'x', type: 'public-key', response: {} } }, 422],
    ['an id that is too long', { response: { id: 'x'.repeat(2000) } }, 422],
    ['half a document', '{"response"', 400],
  ])('%s is refused before anything is looked up', async (_, body, status) => {
    const headers = { 'content-type': 'application/json' }
    expect((await callRoute(signIn, { method: 'POST', body, headers })).status).toBe(status)
  })
})
