import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LINK_PROOF, openSession } from '@/lib/auth/session'
import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Passkey } from '@/lib/model/passkey'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { putMember } from '@/lib/services/put-member'
import { authenticator, type Deviation } from '@/lib/testing/authenticator'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, person, twoOrganizations } from '@/lib/testing/organizations'
import { DELETE as removePasskey, PATCH as renamePasskey } from './passkeys/[id]/route'
import { POST as askOptions } from './passkeys/options/route'
import { POST as addPasskey, GET as listPasskeys } from './passkeys/route'

let database: TestDatabase
let casts: { attacker: Cast; victim: Cast }
let actor: Actor
let session: string

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  casts = await twoOrganizations()
  actor = casts.attacker.viewer
  session = await openSession(actor.userId ?? '', LINK_PROOF, NOWHERE)
})

const optionsFor = async (cookie: string) => {
  const answer = await callRoute(askOptions, { session: cookie, method: 'POST', body: {} })
  return answer.body as CeremonyOptions
}
const send = (response: unknown, cookie = session, more: object = {}) =>
  callRoute(addPasskey, { session: cookie, method: 'POST', body: { response, ...more } })
const add = async (key = authenticator(), deviation: Deviation = {}) =>
  send(key.create(await optionsFor(session), deviation))
const list = async () => {
  const { body } = await callRoute(listPasskeys, { session })
  return (body as { items: Passkey[] }).items
}
const logged = async ({ organization: { id } }: Cast, action: string) => {
  const entries = await forOrganizations([id], (tx) => tx.auditEntry.findMany({ where: { action } }))
  return entries.map(({ detail }) => detail)
}

describe('a new passkey', () => {
  test('201: is asked for as one that is found without a name and verifies its person', async () => {
    expect(await optionsFor(session)).toMatchObject({
      rp: { id: 'localhost', name: 'Proofline' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ alg, type: 'public-key' })),
    })
    const answer = await add()
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ deviceBound: true, backedUp: false, counter: null, lastUsedAt: null })
    expect(await list()).toEqual([answer.body])
    expect(JSON.stringify(await list())).not.toMatch(/publicKey|credential/)
  })
  test('201: has the name it is given, else the name of the browser that made it', async () => {
    const named = await send(authenticator().create(await optionsFor(session)), session, { name: ' Blue key ' })
    const { userId } = actor
    const origin = { ...NOWHERE, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' }
    const other = await openSession(userId ?? '', LINK_PROOF, origin)
    const headers = { 'user-agent': origin.userAgent }
    const options = (await callRoute(askOptions, { session: other, method: 'POST', body: {}, headers })).body
    const response = authenticator().create(options as CeremonyOptions)
    const unnamed = await callRoute(addPasskey, { session: other, method: 'POST', body: { response }, headers })
    expect([named.body, unnamed.body]).toMatchObject([{ name: 'Blue key' }, { name: 'Chrome 140 on Linux' }])
  })
  test('an authenticator that holds one already is told so', async () => {
    const key = authenticator()
    await add(key)
    expect((await optionsFor(session)).excludeCredentials).toMatchObject([{ id: key.id }])
    expect((await add(key)).status).toBe(409)
  })
  test.each<[string, Deviation]>([
    ['made at another origin', { origin: 'http://localhost.evil.example' }],
    ['made for another relying party', { rpId: 'evil.example' }],
    ['without user verification', { verified: false }],
    ['that answers a made-up challenge', { challenge: 'bm90LW91cnM' }],
    ['that is an assertion', { type: 'webauthn.get' }],
  ])('422: one %s is refused in the same words, and none is kept', async (_, deviation) => {
    const answer = await add(authenticator(), deviation)
    expect(answer).toMatchObject({ status: 422, body: { detail: 'The passkey could not be added. Start again.' } })
    expect(await list()).toEqual([])
  })
  test('422: the same answer adds no second one, and neither does another session or another person', async () => {
    const options = await optionsFor(session)
    const elsewhere = await openSession(actor.userId ?? '', LINK_PROOF, NOWHERE)
    const stranger = await person(`mallory-${newId()}@example.test`, 'Mallory')
    const strangers = await openSession(stranger.userId ?? '', LINK_PROOF, NOWHERE)
    const response = authenticator().create(options)
    expect((await send(response, strangers)).status).toBe(422)
    expect((await send(response, elsewhere)).status).toBe(422)
    expect((await send(response)).status).toBe(201)
    expect((await send(authenticator().create(options))).status).toBe(422)
    expect(await list()).toHaveLength(1)
  })
  test('422: an answer that comes after five minutes is too late', async () => {
    const options = await optionsFor(session)
    await database.owner.query(`UPDATE challenges SET expires_at = now() WHERE user_id = $1`, [actor.userId])
    expect((await send(authenticator().create(options))).status).toBe(422)
  })
  test('401: a second one, later, takes a fresh proof', async () => {
    await add()
    await database.owner.query(
      `UPDATE sessions SET created_at = now() - interval '16 minutes', last_seen_at = now() WHERE user_id = $1`,
      [actor.userId],
    )
    const answer = await callRoute(askOptions, { session, method: 'POST', body: {} })
    expect(answer).toMatchObject({ status: 401, body: { type: expect.stringMatching(/\/step-up$/) } })
  })
  test('403: is nothing for a token', async () => {
    const { attacker } = await twoOrganizations()
    const token = await attacker.token('admin')
    const answers = [
      await callRoute(listPasskeys, { token }),
      await callRoute(askOptions, { token, method: 'POST', body: {} }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403])
  })
})

describe('a passkey', () => {
  const proven = (id: string, more: object) => callRoute(renamePasskey, { actor, params: { id }, ...more })
  const remove = (id: string, query = '') =>
    callRoute(removePasskey, { actor, method: 'DELETE', params: { id }, url: `/x${query}` })

  test('200: is renamed by its person; 404 for anybody else', async () => {
    const { id } = (await add()).body as Passkey
    const body = { name: 'Office key' }
    expect((await proven(id, { method: 'PATCH', body })).body).toMatchObject({ id, name: 'Office key' })
    const stranger = await person(`mallory-${newId()}@example.test`, 'Mallory')
    const refused = [
      await callRoute(renamePasskey, { actor: stranger, method: 'PATCH', params: { id }, body }),
      await callRoute(removePasskey, { actor: stranger, method: 'DELETE', params: { id }, url: '/x?evenLast=true' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([404, 404])
    expect(await list()).toMatchObject([{ name: 'Office key' }])
  })
  test('409: the last one stays until its person says that they know', async () => {
    const first = (await add()).body as Passkey
    const second = (await add()).body as Passkey
    expect((await remove(first.id)).status).toBe(204)
    expect((await remove(second.id)).status).toBe(409)
    expect(await list()).toHaveLength(1)
    expect((await remove(second.id, '?evenLast=true')).status).toBe(204)
    expect(await list()).toEqual([])
  })
  test('is in the log of each organization its person belongs to, from beginning to end', async () => {
    const { attacker, victim } = casts
    const email = `vera@${attacker.org}.example`
    await putMember(victim.admin, { org: victim.org, email, name: actor.name, role: 'viewer' })
    const { id } = (await add()).body as Passkey
    await proven(id, { method: 'PATCH', body: { name: 'Office key' } })
    await remove(id, '?evenLast=true')
    for (const cast of [attacker, victim]) {
      expect(await logged(cast, 'passkey.added')).toMatchObject([{ deviceBound: true }])
      expect(await logged(cast, 'passkey.renamed')).toEqual([{ name: 'Office key' }])
      expect(await logged(cast, 'passkey.removed')).toEqual([{ name: 'Office key' }])
    }
  })
})
