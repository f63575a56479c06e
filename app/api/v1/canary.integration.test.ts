import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as enterByLink } from '@/app/(auth)/sign-in/link/route'
import { GET as askSingleSignOn } from '@/app/api/auth/[...nextauth]/route'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { issueSignInLink } from '@/lib/auth/sign-in-link'
import { useDatabase } from '@/lib/db/client'
import { sealInstallation } from '@/lib/db/keys/seal-installation'
import { challenges } from '@/lib/db/repositories/challenges'
import { withoutTenant } from '@/lib/db/scope'
import { withClient } from '@/lib/db/with-client'
import { env, overrideEnv } from '@/lib/env'
import { type RouteHandler, route } from '@/lib/http/route'
import { AppError } from '@/lib/kernel/app-error'
import { setConnectionSecret } from '@/lib/services/set-connection-secret'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { connectionOf } from '@/lib/testing/runs'
import { routes } from './routes'

// Secrets of every kind are planted where they live in earnest, then everything is made to fail in every way. None of
// them may be found in what leaves: answers, headers, logs, and the database a thief reads.

const random = (bytes = 32) => randomBytes(bytes).toString('base64url')
const BROWSER = 'Mozilla/5.0'
const PEM_BODY = randomBytes(96).toString('base64')

const canaries = {
  installationKey: '',
  databasePassword: `canary-${random(6)}`,
  signInLink: '',
  session: '',
  bearer: '',
  challenge: random(),
  clientSecret: `canary-${random(6)}`,
  connectionSecret: `canary-${random(12)}`,
  privateKey: PEM_BODY,
  awsKey: 'AKIAQ3EXAMPLECANARY1',
  field: `canary-${random(6)}`,
  header: `canary-${random(6)}`,
  query: `canary-${random(6)}`,
  otherCookie: `canary-${random(6)}`,
}
type Name = keyof typeof canaries

let database: TestDatabase
let cast: Cast
const left: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
  const { admin, assessor } = cast
  overrideEnv({ databaseUrl: `postgresql://proofline_app:${canaries.databasePassword}@127.0.0.1:1/proofline` })
  canaries.installationKey = env().keys[0]?.toString('base64') ?? ''
  canaries.signInLink = (await issueSignInLink(admin.userId ?? '')).split('=')[1] ?? ''
  canaries.session = await openSession(assessor.userId ?? '', passkeyProof(new Date()), {
    ...NOWHERE,
    userAgent: BROWSER,
  })
  canaries.bearer = await cast.token('viewer')
  const { id } = await connectionOf(cast)
  const keys = { accessKeyId: canaries.awsKey, secretAccessKey: canaries.connectionSecret, sessionToken: null }
  await setConnectionSecret(admin, { org: cast.org, id, secret: { kind: 'aws-keys', ...keys } })
  await withoutTenant(async (tx) => {
    const sealedSecret = await sealInstallation(tx, 'identity-provider:corporate', canaries.clientSecret)
    const issuer = 'https://127.0.0.1:1'
    const provider = { id: 'corporate', name: 'Corporate', issuer, clientId: 'proofline', sealedSecret, scopes: [] }
    await tx.identityProvider.create({ data: { ...provider, createdAt: new Date() } })
    const soon = new Date(Date.now() + 300_000)
    await challenges(tx).add(canaries.challenge, { kind: 'sign-in', userId: null, sessionId: null }, new Date(), soon)
  })
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((part) => left.push(String(part)) > 0)
  }
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts) => void left.push(parts.map(String).join(' ')))
  }
})
afterAll(async () => {
  vi.restoreAllMocks()
  await database.close()
})

/** The canaries that are found in a text, raw or as an address or JSON writes them. */
const found = (text: string, except: readonly Name[] = []): Name[] =>
  (Object.keys(canaries) as Name[]).filter(
    (name) =>
      !except.includes(name) &&
      [canaries[name], encodeURIComponent(canaries[name]), JSON.stringify(canaries[name]).slice(1, -1)].some((form) =>
        text.includes(form),
      ),
  )

type Door = { name: string; path: string; method: string; handler: RouteHandler }
const doors: Door[] = routes.flatMap(({ path, methods }) =>
  Object.entries(methods)
    .filter(([method]) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(method))
    .map(([method, handler]) => ({ name: `${method} ${path}`, path, method, handler })),
)

const hostileHeaders = () => ({
  'x-api-key': canaries.header,
  'proxy-authorization': `Basic ${canaries.header}`,
  'idempotency-key': canaries.header,
  'user-agent': BROWSER,
})
const hostileBody = () => ({
  password: canaries.field,
  token: canaries.field,
  client_secret: canaries.field,
  name: { secret: [canaries.field] },
  slug: 7,
})

/** Ways to ask that fail, each with secrets where callers put them. */
const ways = (): Record<string, RouteCall> => ({
  'as nobody, with cookies of others': { headers: { ...hostileHeaders(), cookie: `other=${canaries.otherCookie}` } },
  'with a token cut short': {
    headers: { ...hostileHeaders(), authorization: `Bearer ${canaries.bearer.slice(0, -3)}` },
  },
  'with a token that may too little': { token: canaries.bearer, body: hostileBody(), headers: hostileHeaders() },
  'with a session that was altered': {
    headers: {
      ...hostileHeaders(),
      cookie: `${sessionCookie()}=${canaries.session.slice(0, -3)}; other=${canaries.otherCookie}`,
    },
  },
  'with a body that does not fit': { actor: cast.admin, body: hostileBody(), headers: hostileHeaders() },
  'with a body that is no JSON': {
    actor: cast.admin,
    body: `{"password":"${canaries.field}"`,
    headers: { ...hostileHeaders(), 'content-type': 'application/json' },
  },
  'with a body of another kind': {
    actor: cast.admin,
    body: `password=${canaries.field}`,
    headers: { ...hostileHeaders(), 'content-type': 'application/x-www-form-urlencoded' },
  },
  'from another site': { actor: cast.admin, headers: { ...hostileHeaders(), 'sec-fetch-site': 'cross-site' } },
})

async function ask({ path, method, handler }: Door, call: RouteCall): Promise<number> {
  const params = { org: cast.org, id: '0190a8f0-0000-7000-8000-000000000001', capability: 'IAM-01' }
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name as keyof typeof params] ?? 'x')
  const url = `${place}?token=${canaries.query}&code=${canaries.query}&cursor=${canaries.query}`
  const { body, ...rest } = call
  const sent = method === 'GET' ? rest : { body, ...rest }
  const { status, headers, bytes } = await callRoute(handler, { method, url, params, ...sent })
  left.push(JSON.stringify([...headers]), Buffer.from(bytes).toString('utf8'))
  return status
}

/** What leaked since it was last asked. */
function leaked(): Name[] {
  return found(left.splice(0).join('\n'))
}

/** Failures as libraries throw them, with secrets in the message, the reason, the cause and beside. */
function failures(): unknown[] {
  const said = [
    `the key ${canaries.installationKey} does not fit`,
    `password authentication failed, tried ${canaries.databasePassword}`,
    `connect ECONNREFUSED ${env().databaseUrl}`,
    `no link ${canaries.signInLink}`,
    `GET /sign-in/link?token=${canaries.signInLink}`,
    `cookie: ${sessionCookie()}=${canaries.session}`,
    `invalid token ${canaries.bearer}`,
    `Authorization: Bearer ${canaries.bearer}`,
    `expected challenge ${canaries.challenge}`,
    `the token endpoint refused client_secret=${canaries.clientSecret}&code=${canaries.query}`,
    `connector: { accessToken: "${canaries.connectionSecret}" }`,
    `-----BEGIN PRIVATE KEY-----\n${PEM_BODY}\n-----END PRIVATE KEY-----`,
    `AWS refused ${canaries.awsKey}`,
    `Argument password: "${canaries.field}"`,
    JSON.stringify({ headers: { 'x-api-key': canaries.header, cookie: `other=${canaries.otherCookie}` } }),
  ]
  const all = said.join('\n')
  const nested = new Error('outer', { cause: new Error('middle', { cause: new Error(all) }) })
  return [
    new Error(all),
    nested,
    new AppError('internal', { reason: all, cause: nested }),
    new AppError('unavailable', { reason: all }),
    new AppError('forbidden', { reason: all, cause: new Error(all) }),
    all,
    { message: all, password: canaries.field },
    Object.assign(new Error('database'), { detail: all, query: all, config: { headers: all } }),
  ]
}

describe('no planted secret leaves', () => {
  test('when any route is asked wrongly', async () => {
    const statuses: number[] = []
    for (const call of Object.values(ways())) for (const door of doors) statuses.push(await ask(door, call))
    expect(leaked()).toEqual([])
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(new Set(statuses).size).toBeGreaterThan(4)
  })

  test('when an administrator reads everything there is, exports included', async () => {
    const statuses: number[] = []
    const reading = doors.filter(({ method }) => method === 'GET')
    for (const door of reading) {
      const params = { org: cast.org, id: '0190a8f0-0000-7000-8000-000000000001', capability: 'IAM-01' }
      const { status, headers, bytes } = await callRoute(door.handler, { actor: cast.admin, params })
      left.push(JSON.stringify([...headers]), Buffer.from(bytes).toString('utf8'))
      statuses.push(status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(10)
    expect(leaked()).toEqual([])
  })

  test('when a handler throws what carries them all', async () => {
    expect(found(failures().map(String).join()).length).toBe(Object.keys(canaries).length)
    for (const failure of failures()) {
      for (const door of doors) {
        const failing = route({
          ...door.handler.spec,
          handler: () => Promise.reject(failure),
          params: undefined,
          body: undefined,
          query: undefined,
        })
        await ask({ ...door, handler: failing }, { session: canaries.session, headers: hostileHeaders() })
      }
    }
    expect(left.join('').includes('"level":"error"')).toBe(true)
    expect(leaked()).toEqual([])
  })

  test('at the doors for whoever is not signed in', async () => {
    const spent = await enterByLink(new Request(`http://localhost:3000/sign-in/link?token=${canaries.signInLink}x`))
    const context = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) })
    const path = `callback/corporate?code=${canaries.query}&state=${canaries.query}`
    const asked = await askSingleSignOn(
      new Request(`http://localhost:3000/api/auth/${path}`, { headers: { cookie: `other=${canaries.otherCookie}` } }),
      context('callback', 'corporate'),
    )
    for (const answer of [spent, asked]) left.push(JSON.stringify([...answer.headers]), await answer.text())
    expect(leaked()).toEqual([])
  })

  test('to who steals the database; a challenge lasts minutes and proves nothing alone', async () => {
    const text = await withClient(database.setupUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
      )
      const tables = await inTurn(rows, async ({ name }) => (await client.query(`SELECT * FROM ${name}`)).rows)
      return JSON.stringify(tables)
    })
    expect(text.includes('v1.k-')).toBe(true)
    expect(found(text, ['challenge'])).toEqual([])
  })

  test('when the database refuses, or is gone', async () => {
    await withClient(database.setupUrl, (client) =>
      client.query('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM proofline_app'),
    )
    const call: RouteCall = { session: canaries.session, body: hostileBody(), headers: hostileHeaders() }
    const refused = await inTurn(doors, (door) => ask(door, call))
    useDatabase(env().databaseUrl ?? '')
    const gone = await inTurn(doors, (door) => ask(door, call))
    useDatabase(database.appUrl)
    expect([...refused, ...gone].filter((status) => status >= 500).length).toBeGreaterThan(doors.length)
    expect(left.join('').includes('permission denied')).toBe(true)
    expect(left.join('').includes('ECONNREFUSED')).toBe(true)
    expect(leaked()).toEqual([])
  })
})

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
