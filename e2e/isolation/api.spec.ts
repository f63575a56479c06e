import { type APIRequestContext, expect, test } from '@playwright/test'
import type { Role } from '@/lib/model/actor'
import { cookieOf, requestsWith } from '../server/api'
import { proofline } from '../server/command-line'
import { type Cast, everythingOf, MARK, newCast } from './cast'
import { CALLS, ELSEWHERE, knock, problemOf } from './requests'
import { type Door, doors } from './routes'

const walled = doors.filter(({ path }) => path.includes('{org}'))
const writing = walled.filter(({ method }) => method !== 'GET')
const ofItems = walled.filter(({ path }) => path.includes('{id}'))

let victim: Cast
let attacker: Cast

test.beforeAll(async () => {
  ;[victim, attacker] = await Promise.all([newCast('victim', MARK), newCast('attacker', 'Ordinary')])
})

/** Asks every door in the same way, and says which answered something else, or told what it must not. */
async function tryAll(
  all: readonly Door[],
  expected: number,
  ask: (door: Door) => ReturnType<typeof knock>,
): Promise<string[]> {
  const faults: string[] = []
  for (const door of all) {
    const response = await ask(door)
    const text = `${await response.text()} ${JSON.stringify(response.headers())}`
    if (response.status() !== expected) faults.push(`${door.name} answered ${response.status()}: ${text.slice(0, 200)}`)
    if (text.includes(MARK)) faults.push(`${door.name} told about the victim`)
  }
  return faults
}

/** Lets `work` ask as somebody: a session of the cast, a token, or nobody. */
async function as<T>(headers: Record<string, string>, work: (context: APIRequestContext) => Promise<T>): Promise<T> {
  const context = await requestsWith(headers)
  return work(context).finally(() => context.dispose())
}
const session = (cast: Cast, role: Role | 'second') => ({ cookie: cookieOf(cast.session(role)) })

test('every operation of the API is tried here', () => {
  expect([...Object.keys(CALLS), ...ELSEWHERE].toSorted()).toEqual(doors.map(({ name }) => name).toSorted())
})

test('another organization looks absent to an administrator of one’s own, by session and by token', async () => {
  const before = await everythingOf(victim)
  const bearer = { authorization: `Bearer ${await attacker.token('admin')}` }
  for (const who of [session(attacker, 'admin'), bearer]) {
    expect(await as(who, (context) => tryAll(walled, 404, (door) => knock(context, door, victim.holdings)))).toEqual([])
  }
  expect(await everythingOf(victim)).toEqual(before)
})

test('an organization of others and one that does not exist are told apart by nothing', async () => {
  await as(session(attacker, 'admin'), async (context) => {
    for (const door of walled) {
      const others = await problemOf(await knock(context, door, victim.holdings))
      const nobodys = await problemOf(await knock(context, door, victim.holdings, 'there-is-no-such-organization'))
      expect(nobodys, door.name).toEqual(others)
    }
  })
})

test('an id of another organization leads nowhere within one’s own', async () => {
  const before = await everythingOf(victim)
  const { org } = attacker.holdings
  const faults = await as(session(attacker, 'admin'), (context) =>
    tryAll(ofItems, 404, (door) => knock(context, door, victim.holdings, org)),
  )
  expect(faults).toEqual([])
  const draft = { deploymentId: victim.holdings.deploymentId, name: 'x', asOf: '2026-01-01' }
  await as(session(attacker, 'admin'), async (context) => {
    const made = await context.post(`/api/v1/orgs/${org}/assessments`, { data: draft })
    expect([404, 422]).toContain(made.status())
    expect(await made.text()).not.toContain(MARK)
  })
  expect(await everythingOf(victim)).toEqual(before)
})

test('nobody, a stale cookie, a forged token and an expired one are all asked to sign in', async () => {
  const { token } = await proofline<{ token: string }>(
    ...['token', '--org', victim.holdings.org, '--role', 'admin', '--ttl', '1s'],
  )
  const expired = { authorization: `Bearer ${token}` }
  await as(expired, (context) =>
    expect.poll(async () => (await context.get(`/api/v1/orgs/${victim.holdings.org}`)).status()).toBe(401),
  )
  const strangers: Record<string, string>[] = [
    {},
    { cookie: 'proofline-session=stale' },
    { authorization: 'Bearer not.a.token' },
    { authorization: `Bearer ${token.slice(0, -6)}AAAAAA` },
    expired,
  ]
  for (const who of strangers) {
    expect(await as(who, (context) => tryAll(walled, 401, (door) => knock(context, door, victim.holdings)))).toEqual([])
  }
})

test('what names no organization shows one’s own only', async () => {
  await as(session(attacker, 'admin'), async (context) => {
    for (const path of [
      '/api/v1/orgs',
      '/api/v1/portfolio',
      '/api/v1/study',
      `/api/v1/orgs?cursor=${victim.holdings.org}`,
    ])
      expect(await (await context.get(path)).text(), path).not.toContain(MARK)
    const facts = { name: 'Mine now', sector: 'other', headcount: null, clouds: [] }
    const taken = await context.post('/api/v1/orgs', { data: { ...facts, slug: victim.holdings.org } })
    expect(taken.status()).toBe(409)
    expect(await taken.text()).not.toContain(MARK)
  })
})

test('a change that another site asks for is refused, whoever is signed in', async () => {
  const foreign = { ...session(attacker, 'admin'), origin: 'https://evil.example.test' }
  const ask = (context: APIRequestContext) => tryAll(writing, 403, (door) => knock(context, door, attacker.holdings))
  expect(await as(foreign, ask)).toEqual([])
})

test('the owner still gets in: the same requests succeed for people of the organization', async () => {
  const own = await newCast('owner', 'Ordinary')
  const context = await requestsWith(session(own, 'admin'))
  const others = {
    second: await requestsWith(session(own, 'second')),
    viewer: await requestsWith(session(own, 'viewer')),
    auditor: await requestsWith(session(own, 'auditor')),
  }
  const inOrder = Object.keys(CALLS).flatMap((name) => walled.filter((door) => door.name === name))
  const refused: string[] = []
  for (const door of inOrder) {
    const { by, orTold } = CALLS[door.name] ?? {}
    const response = await knock(by ? others[by] : context, door, own.holdings)
    if (response.ok()) continue
    const told = await response.text()
    const isTold = orTold !== undefined && response.status() === 409 && told.includes(orTold)
    if (!isTold) refused.push(`${door.name} answered ${response.status()}: ${told}`)
  }
  await Promise.all([context, ...Object.values(others)].map((one) => one.dispose()))
  expect(refused).toEqual([])
})
