import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { actorOfSession, openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { forOrganization } from '@/lib/db/store'
import { DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import type { Actor } from '@/lib/model/actor'
import { auditOf } from '@/lib/testing/audit'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import * as forged from '@/lib/testing/forged-token'
import type { TestProvider } from '@/lib/testing/identity-provider'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { TestBrowser } from '@/lib/testing/sign-in-visit'
import { mapGroup, trustedProvider } from '@/lib/testing/single-sign-on'
import * as handlers from './[...nextauth]/route'

let database: TestDatabase
let cast: Cast
let other: Cast
let idp: TestProvider
let logged: string[]

beforeAll(async () => {
  database = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  cast = attacker
  other = victim
  idp = await trustedProvider()
  await mapGroup(cast.organization.id, 'security', 'assessor')
})
afterAll(async () => {
  await idp.close()
  await database.close()
})
beforeEach(() => {
  logged = []
  idp.forge = null
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const someone = (name: string, more: object = {}) => ({
  sub: `sub-${name}`,
  email: `${name}@contoso.example`,
  email_verified: true,
  name: `${name} of Contoso`,
  groups: ['security'],
  ...more,
})
const browser = () => new TestBrowser(handlers)
const actorIn = ({ session }: TestBrowser) => actorOfSession(session, NOWHERE)
const rows = async (sql: string, ...values: unknown[]) => (await database.owner.query(sql, values)).rows
const sessionsOpen = async () => Number((await rows('SELECT count(*) FROM sessions'))[0]?.count)
const addressOf = async ({ userId }: Actor) => (await rows('SELECT email FROM users WHERE id = $1', userId))[0]?.email

describe('signing in with a provider', () => {
  test('makes a person whom a group gives a role, and leads to where they were going', async () => {
    idp.visitor = someone('nora', { acr: 'phr', amr: ['hwk', 'pin'] })
    const visit = browser()
    expect(await visit.signIn('contoso', { returnTo: `/${cast.org}/incidents?layer=IAM` })).toBe(
      `http://localhost:3000/${cast.org}/incidents?layer=IAM`,
    )
    const actor = await actorIn(visit)
    expect(actor).toMatchObject({ name: 'nora of Contoso', memberships: [{ slug: cast.org, role: 'assessor' }] })
    expect(actor?.context).toMatchObject({ method: 'oidc', acr: 'phr', amr: ['hwk', 'pin'], hasCredential: true })
    expect(Date.now() - (actor?.context.provenAt ?? 0)).toBeLessThan(60_000)
    const userId = actor?.userId ?? ''
    expect(await auditOf(cast, userId)).toEqual(['identity.linked', 'member.added'])
    expect(await auditOf(cast, actor?.context.sessionId ?? '')).toEqual(['session.opened'])
    expect(await auditOf(other, userId)).toEqual([])
  })
  test('knows an account again by its subject, whatever address and name it has now', async () => {
    idp.visitor = someone('olaf')
    const first = browser()
    await first.signIn('contoso')
    idp.visitor = someone('olaf', { email: 'renamed@contoso.example', name: 'Somebody else' })
    const again = browser()
    await again.signIn('contoso')
    expect((await actorIn(again))?.userId).toBe((await actorIn(first))?.userId)
    expect(again.session).not.toBe(first.session)
  })
  test('tells when the person proved who they are, not when the token was made', async () => {
    idp.visitor = someone('paula', { provenSecondsAgo: 3600 })
    const visit = browser()
    await visit.signIn('contoso')
    const age = Date.now() - ((await actorIn(visit))?.context.provenAt ?? 0)
    expect(age).toBeGreaterThan(3590_000)
    expect(age).toBeLessThan(3660_000)
  })
  test('proves nothing when the provider does not say when', async () => {
    idp.visitor = someone('quinn')
    idp.forge = forged.withClaims(({ auth_time: _, ...claims }) => claims)
    const visit = browser()
    await visit.signIn('contoso')
    expect((await actorIn(visit))?.context).toMatchObject({ method: 'oidc', provenAt: null })
  })
  test('links the account to the person who has its verified address', async () => {
    const mine = await addressOf(cast.viewer)
    idp.visitor = someone('vera', { email: mine.toUpperCase(), groups: [] })
    const visit = browser()
    await visit.signIn('contoso')
    expect(await actorIn(visit)).toMatchObject({ userId: cast.viewer.userId, memberships: [{ role: 'viewer' }] })
  })
  test('a thousandth of a second apart makes one person of one account', async () => {
    idp.visitor = someone('rosa')
    const visits = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const visit = browser()
        return { visit, back: await visit.visit(await visit.begin('contoso')) }
      }),
    )
    await Promise.all(visits.map(({ visit, back }) => visit.finish(back)))
    const people = await Promise.all(visits.map(({ visit }) => actorIn(visit)))
    expect(new Set(people.map((one) => one?.userId)).size).toBe(1)
    expect(people.every((one) => one?.memberships.length === 1)).toBe(true)
  })
  test('ends with the session: signing out revokes it', async () => {
    idp.visitor = someone('sven')
    const visit = browser()
    await visit.signIn('contoso')
    const { session } = visit
    const { csrfToken } = (await (await visit.ask('csrf')).json()) as { csrfToken: string }
    const answer = await visit.ask('signout', { form: { csrfToken, json: 'true' } })
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(visit.session).toBeUndefined()
    expect(await actorOfSession(session, NOWHERE)).toBeNull()
  })
})

describe('an account nobody knows', () => {
  const refusedAs = async (visitor: object, reason = 'unknown-account') => {
    idp.visitor = someone('tess', visitor)
    const [before, visit] = [await sessionsOpen(), browser()]
    expect(await visit.signIn('contoso')).toBe(`/sign-in?error=${reason}`)
    expect(visit.session).toBeUndefined()
    expect(await sessionsOpen()).toBe(before)
    expect(logged.join('')).toContain('"event":"sign-in.refused"')
  }
  test('is refused when no group gives it a role', () => refusedAs({ groups: ['cooks'] }))
  test('is refused without groups, and with groups that are none', async () => {
    await refusedAs({ groups: undefined })
    await refusedAs({ groups: { security: true } })
    await refusedAs({ groups: [['security']] })
  })
  test('is refused when the address of a person here was not verified', async () => {
    const email = await addressOf(cast.admin)
    await refusedAs({ email, email_verified: false })
    await refusedAs({ email, email_verified: 'true' })
    await refusedAs({ email, email_verified: undefined })
  })
  test('is refused with an address that only looks like that of a person here', async () => {
    const email = await addressOf(cast.admin)
    for (const alike of [email.replace('a', 'а'), `"${email}"@evil.example`, `${email}\u200b`, ` ${email}`]) {
      await refusedAs({ email: alike })
    }
  })
  test('is refused when another account of the provider has the person with this address', async () => {
    idp.visitor = someone('uma')
    await browser().signIn('contoso')
    idp.visitor = someone('uma', { sub: 'a-new-hire' })
    await refusedAs({ ...someone('uma'), sub: 'a-new-hire' })
  })
  test('is refused when the provider is believed about other domains only', async () => {
    const narrow = await trustedProvider({ id: 'narrow', emailDomains: ['contoso.example'] })
    narrow.visitor = someone('wim', { email: await addressOf(other.admin), groups: [] })
    expect(await browser().signIn('narrow')).toBe('/sign-in?error=unknown-account')
    await narrow.close()
  })
})

describe('a fresh proof', () => {
  const entered = async (name: string) => {
    idp.visitor = someone(name, { provenSecondsAgo: 3600 })
    const visit = browser()
    await visit.signIn('contoso')
    return visit
  }
  test('goes on with the session under a new id; the old cookie opens nothing', async () => {
    const visit = await entered('xara')
    const before = visit.session
    idp.visitor = someone('xara')
    expect(await visit.signIn('contoso', { fresh: true, returnTo: `/${cast.org}` })).toBe(
      `http://localhost:3000/${cast.org}`,
    )
    expect(await actorOfSession(before, NOWHERE)).toBeNull()
    expect(Date.now() - ((await actorIn(visit))?.context.provenAt ?? 0)).toBeLessThan(60_000)
  })
  test('is asked of the provider as prompt=login and max_age=0, and nothing else is passed on', async () => {
    const url = await (await entered('yara')).begin('contoso', { fresh: true })
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
    const visit = browser()
    const { csrfToken } = (await (await visit.ask('csrf')).json()) as { csrfToken: string }
    const query = { redirect_uri: 'https://evil.example/', scope: 'everything', response_type: 'token', prompt: 'none' }
    const answer = await visit.ask('signin/contoso', { form: { csrfToken, json: 'true' }, query })
    const asked = new URL(((await answer.json()) as { url: string }).url).searchParams
    expect(asked.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/contoso')
    expect(asked.get('scope')).toBe('openid email profile groups')
    expect([asked.get('response_type'), asked.get('prompt')]).toEqual(['code', null])
    expect(asked.get('code_challenge_method')).toBe('S256')
  })
  test('is asked in the contexts that the person’s organizations accept', async () => {
    const visit = await entered('ines')
    const accept = (acr: string[]) =>
      forOrganization(cast.organization.id, ({ accessRules }) => accessRules.put({ ...DEFAULT_ACCESS_RULES, acr }))
    await accept(['phr', 'urn:mace:incommon:iap:silver'])
    const url = await visit.begin('contoso', { fresh: true })
    expect(url.searchParams.get('acr_values')).toBe('phr urn:mace:incommon:iap:silver')
    expect((await visit.begin('contoso')).searchParams.get('acr_values')).toBeNull()
    await accept([])
  })
  test('that is not fresh, or of an unknown age, is refused and changes nothing', async () => {
    const visit = await entered('zoe')
    const before = visit.session
    for (const auth_time of [Math.floor(Date.now() / 1000) - 600, undefined]) {
      idp.forge = forged.withClaims((claims) => ({ ...claims, auth_time }))
      expect(await visit.signIn('contoso', { fresh: true })).toBe('/sign-in?error=stale-proof')
    }
    expect(visit.session).toBe(before)
    expect(await actorIn(visit)).not.toBeNull()
  })
  test('of somebody else is refused, known or unknown', async () => {
    const visit = await entered('adam')
    for (const name of ['bert', 'stranger']) {
      if (name === 'bert') await entered(name)
      idp.visitor = someone(name)
      visit.forgetProvider()
      expect(await visit.signIn('contoso', { fresh: true })).toBe('/sign-in?error=another-account')
    }
    expect((await actorIn(visit))?.name).toBe('adam of Contoso')
    expect(await rows(`SELECT FROM identities WHERE subject = 'sub-stranger'`)).toHaveLength(0)
  })
  test('adds a provider to whoever came another way', async () => {
    const email = await addressOf(cast.auditor)
    const visit = browser()
    visit.own.set(sessionCookie(), await openSession(cast.auditor.userId ?? '', passkeyProof(new Date()), NOWHERE))
    idp.visitor = someone('odo', { email, groups: [] })
    await visit.signIn('contoso', { fresh: true })
    expect(await actorIn(visit)).toMatchObject({ userId: cast.auditor.userId, context: { method: 'oidc' } })
  })
})
