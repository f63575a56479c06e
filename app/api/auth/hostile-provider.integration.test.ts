import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { actorOfSession } from '@/lib/auth/session'
import { overrideEnv } from '@/lib/env'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import * as forged from '@/lib/testing/forged-token'
import type { TestProvider } from '@/lib/testing/identity-provider'
import { NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { TestBrowser } from '@/lib/testing/sign-in-visit'
import { mapGroup, trustedProvider } from '@/lib/testing/single-sign-on'
import * as handlers from './[...nextauth]/route'

const ELSEWHERE = 'https://evil.example'
const now = () => Math.floor(Date.now() / 1000)

let database: TestDatabase
let idp: TestProvider
let logged: string[]

beforeAll(async () => {
  database = await testDatabase()
  const { attacker } = await twoOrganizations()
  idp = await trustedProvider()
  await mapGroup(attacker.organization.id, 'security', 'admin')
  await mapGroup(attacker.organization.id, 'security', 'viewer', 'es')
  await mapGroup(attacker.organization.id, 'security', 'viewer', 'lean')
})
afterAll(async () => {
  await idp.close()
  await database.close()
})
beforeEach(() => {
  logged = []
  idp.forge = null
  idp.visitor = MALLORY
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const MALLORY = { sub: 'm', email: 'm@contoso.example', email_verified: true, name: 'M', groups: ['security'] }
const count = async () => {
  const { rows } = await database.owner.query(
    'SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM users) AS n',
  )
  return Number(rows[0]?.n)
}
const browser = () => new TestBrowser(handlers)

/** Refused with the one message, logged, and nothing was opened or made. */
async function refused(visit: TestBrowser, work: () => Promise<Response>): Promise<void> {
  const before = await count()
  const answer = await work()
  expect(answer.headers.get('location')).toBe('/sign-in?error=refused')
  expect(visit.session).toBeUndefined()
  expect(await count()).toBe(before)
  expect(logged.join('')).toMatch(
    /"event":"sign-in.refused","reason":"OAUTH_CALLBACK(_HANDLER)?_ERROR","because":".{8}/,
  )
  for (const line of logged) expect(() => JSON.parse(line)).not.toThrow()
}

describe('an ID token is refused', () => {
  const claims = (change: Record<string, unknown>) => forged.withClaims((honest) => ({ ...honest, ...change }))
  test.each<[string, forged.Forgery]>([
    ['with another nonce', claims({ nonce: 'another' })],
    ['without a nonce', claims({ nonce: undefined })],
    ['for another audience', claims({ aud: 'another-client' })],
    ['for several audiences', claims({ aud: ['proofline', 'another-client'] })],
    ['issued to another party', claims({ azp: 'another-client' })],
    ['of another issuer', claims({ iss: ELSEWHERE })],
    ['that has expired', claims({ exp: now() - 120 })],
    ['that never expires', claims({ exp: undefined })],
    ['that is not valid yet', claims({ nbf: now() + 600 })],
    ['from the future', claims({ iat: now() + 600 })],
    ['whose person is from the future', claims({ auth_time: now() + 600 })],
    ['about nobody', claims({ sub: '' })],
    ['about somebody without a name in text', claims({ sub: 7 })],
    ['with an endless subject', claims({ sub: 'x'.repeat(300) })],
    ['without a signature', forged.unsigned],
    ['signed with the public key as a secret', forged.confusedKeys],
    ['signed by another key under the same name', forged.signedByAnother],
    ['that brings its own key', forged.bringingItsKey],
    ['altered after it was signed', forged.altered],
    ['cut off', forged.truncated],
    ['that is none', async () => 'nonsense'],
  ])('%s', async (_, forge) => {
    idp.forge = forge
    const visit = browser()
    const back = await visit.visit(await visit.begin('contoso'))
    await refused(visit, () => visit.finish(back))
  })
  test('of another person than the userinfo answer', async () => {
    const lean = await trustedProvider({ id: 'two-minds', lean: true })
    const visit = browser()
    lean.visitor = MALLORY
    lean.forge = forged.withClaims((honest) => ({ ...honest, sub: 'somebody-else' }))
    const back = await visit.visit(await visit.begin('two-minds'))
    await refused(visit, () => visit.finish(back))
    await lean.close()
  })
})

describe('the way back is refused', () => {
  const underWay = async () => {
    const visit = browser()
    return { visit, back: await visit.visit(await visit.begin('contoso')) }
  }
  const changed = (back: URL, change: Record<string, string | null>): URL => {
    const url = new URL(back)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    return url
  }
  test.each<[string, Record<string, string | null>]>([
    ['with another state', { state: 'another' }],
    ['without a state', { state: null }],
    ['with an answer of another issuer', { iss: ELSEWHERE }],
    ['without saying who answers, by a provider that always says', { iss: null }],
    ['with a code nobody gave', { code: 'guessed' }],
    ['without a code', { code: null }],
    ['with an error of the provider', { error: 'access_denied', code: null }],
    ['with an error that breaks lines', { error: 'a\r\nset-cookie: b=c\u0000', code: null }],
  ])('%s', async (_, change) => {
    const { visit, back } = await underWay()
    await refused(visit, () => visit.finish(changed(back, change)))
  })
  test.each(['pkce', 'state', 'nonce'])('without the %s cookie', async (name) => {
    const { visit, back } = await underWay()
    expect(visit.own.delete(`proofline-${name}`)).toBe(true)
    await refused(visit, () => visit.finish(back))
  })
  test.each(['pkce', 'state', 'nonce'])('with a %s cookie of another sign-in', async (name) => {
    const [{ visit, back }, { visit: elsewhere }] = [await underWay(), await underWay()]
    visit.own.set(`proofline-${name}`, elsewhere.own.get(`proofline-${name}`) ?? '')
    await refused(visit, () => visit.finish(back))
  })
  test('in a browser that never set out: another person’s answer signs nobody in', async () => {
    const { back } = await underWay()
    const victim = browser()
    await refused(victim, () => victim.finish(back))
  })
  test('a second time with the same code, even with the cookies of the first', async () => {
    const { visit, back } = await underWay()
    const cookies = new Map(visit.own)
    await visit.finish(back)
    expect(await actorOfSession(visit.session, NOWHERE)).not.toBeNull()
    const replay = browser()
    for (const [name, value] of cookies) replay.own.set(name, value)
    await refused(replay, () => replay.finish(back))
  })
  test('when the person turns it down', async () => {
    idp.visitor = null
    const { visit, back } = await underWay()
    await refused(visit, () => visit.finish(back))
  })
})

describe('a provider is held to how it describes itself', () => {
  test.each([
    ['another', 'liar', () => ELSEWHERE],
    ['another at the same place', 'neighbour', (issuer: string) => `${issuer}/tenant`],
  ])('one that calls itself %s is not spoken to', async (_, id, named) => {
    const liar = await trustedProvider({ id, metadata: (issuer) => ({ issuer: named(issuer) }) })
    const answer = await startAt(id)
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toMatch(/evil|tenant/)
    await liar.close()
  })
  test('one that leads elsewhere without TLS is not followed', async () => {
    const lost = await trustedProvider({
      id: 'lost',
      metadata: () => ({ authorization_endpoint: 'http://evil.example/auth' }),
    })
    expect((await startAt('lost')).status).toBe(503)
    await lost.close()
  })
  test('one that is silent leaves the others alone', async () => {
    const gone = await trustedProvider({ id: 'gone' })
    await gone.close()
    expect((await startAt('gone')).status).toBe(503)
    expect((await startAt('contoso')).status).toBe(200)
  })
  test.each([
    ['signs with ES256 for a client without a secret', 'es', { alg: 'ES256', isPublic: true }],
    ['tells addresses and groups only when asked for them', 'lean', { lean: true }],
  ] as const)('one that %s lets people in', async (_, id, setup) => {
    const fair = await trustedProvider({ id, ...setup })
    fair.visitor = { ...MALLORY, sub: id, email: `${id}@contoso.example` }
    const visit = browser()
    await visit.signIn(id)
    expect(await actorOfSession(visit.session, NOWHERE)).toMatchObject({ memberships: [{ role: 'viewer' }] })
    await fair.close()
  })
  const startAt = async (provider: string) => {
    const visit = browser()
    const { csrfToken } = (await (await visit.ask('csrf')).json()) as { csrfToken: string }
    return visit.ask(`signin/${provider}`, { form: { csrfToken, json: 'true' } })
  }
})

describe('the doors of single sign-on', () => {
  test.each([
    ['GET', 'session'],
    ['GET', 'providers'],
    ['GET', 'signin'],
    ['GET', 'signin/contoso'],
    ['GET', 'error'],
    ['GET', 'callback'],
    ['GET', 'callback/unknown'],
    ['GET', 'callback/contoso/more'],
    ['POST', '_log'],
    ['POST', 'session'],
    ['POST', 'signin'],
    ['POST', 'signin/unknown'],
    ['POST', 'callback/contoso'],
  ])('do not include %s %s', async (method, path) => {
    const answer = await browser().ask(path, method === 'POST' ? { form: { level: 'error', code: 'x' } } : {})
    if (path.startsWith('callback/')) expect(answer.headers.get('location')).toBe('/sign-in?error=not-found')
    else expect(answer.status).toBe(404)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
  test('open only with the token of the page, and only from our own pages', async () => {
    const visit = browser()
    const { csrfToken } = (await (await visit.ask('csrf')).json()) as { csrfToken: string }
    const answer = await visit.ask('signin/contoso', { form: { csrfToken: `${csrfToken}0`, json: 'true' } })
    expect(await answer.json()).toEqual({ url: '/sign-in?error=refused' })
    const form = { csrfToken, json: 'true' }
    const across = await visit.ask('signin/contoso', { form, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(across.status).toBe(403)
  })
  test.each([
    `${ELSEWHERE}/`,
    '//evil.example',
    '/\\evil.example',
    'http://localhost:3000.evil.example/',
    'http://localhost:3000@evil.example/',
    'javascript:alert(1)',
    '/api/auth/signout',
    '',
  ])('lead to our own pages afterwards, not to %j', async (returnTo) => {
    idp.visitor = { ...MALLORY, sub: 'm2', email: 'm2@contoso.example' }
    const visit = browser()
    expect(await visit.signIn('contoso', { returnTo })).toBe('http://localhost:3000/portfolio')
    const again = browser()
    const back = await again.visit(await again.begin('contoso'))
    again.own.set('proofline-return', encodeURIComponent(returnTo))
    expect((await again.finish(back)).headers.get('location')).toMatch(/^http:\/\/localhost:3000(\/portfolio)?$/)
  })
  test('close for an address that tries too often, and say so', async () => {
    overrideEnv({ ratePerMinute: 100 })
    const visit = browser()
    const { csrfToken } = (await (await visit.ask('csrf')).json()) as { csrfToken: string }
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => visit.ask('signin/contoso', { form: { csrfToken, json: 'true' } })),
    )
    expect(tries.some(({ status }) => status === 429)).toBe(true)
    const answer = await visit.ask('callback/contoso', { query: { code: 'x', state: 'y' } })
    expect(answer.headers.get('location')).toBe('/sign-in?error=too-many-requests')
  })
})
