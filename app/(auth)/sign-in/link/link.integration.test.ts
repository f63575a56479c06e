import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { actorOfSession, LINK_PROOF, openSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { issueSignInLink } from '@/lib/auth/sign-in-link'
import { overrideEnv } from '@/lib/env'
import { auditOf } from '@/lib/testing/audit'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { fromAddress } from '@/lib/testing/from-address'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { GET } from './route'

let database: TestDatabase
let cast: Cast
let logged: string[]
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())
beforeEach(() => {
  overrideEnv({ ratePerMinute: 600 })
  logged = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const open = (path: string, address: string, headers: Record<string, string> = {}): Promise<Response> =>
  GET(new Request(new URL(path, 'http://localhost:3000'), { headers: fromAddress(address, headers) }))
const sessionIn = (answer: Response) =>
  answer.headers
    .get('set-cookie')
    ?.split(';')[0]
    ?.slice(sessionCookie().length + 1)
const actorIn = (session: string | undefined) => actorOfSession(session, NOWHERE)
const linkOf = (role: 'admin' | 'viewer'): Promise<string> => issueSignInLink(cast[role].userId ?? '')
const guess = (n: number) => `/sign-in/link?token=${'guess'.repeat(8)}${n}`

describe('a one-time link', () => {
  test('opened a thousand times at once lets in one browser, and most of the others are told to wait', async () => {
    const path = await linkOf('admin')
    const answers = await Promise.all(Array.from({ length: 1000 }, () => open(path, '203.0.113.1')))
    const byStatus = Object.groupBy(answers, ({ status }) => status)
    expect(Object.keys(byStatus).sort()).toEqual(['303', '429'])
    expect(byStatus[303]).toHaveLength(60)
    expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1)
    expect(byStatus[303]?.filter(({ headers }) => headers.get('location') === '/sign-in?link=spent')).toHaveLength(59)
  })

  test('is no longer guessed at after 60 tries a minute, and the refusal says when it is over', async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => open(guess(n), '203.0.113.2')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(940)
    const [first] = refused
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(first?.headers.get('content-type')).toBe('application/problem+json')
    expect(await first?.text()).not.toContain('guess')
  })

  test('still lets its owner in while others guess from elsewhere, and waits unused while its owner has to', async () => {
    const path = await linkOf('viewer')
    await Promise.all(Array.from({ length: 200 }, (_, n) => open(guess(n), '203.0.113.3')))
    expect((await open(path, '203.0.113.3')).status).toBe(429)
    const answer = await open(path, '203.0.113.4')
    expect(answer.headers.get('location')).toBe('/portfolio')
    expect(answer.headers.get('set-cookie')).toContain('HttpOnly')
  })

  test('that opened a session is in the log of the organizations its person belongs to', async () => {
    const actor = await actorIn(sessionIn(await open(await linkOf('viewer'), '203.0.113.5')))
    expect(await auditOf(cast, actor?.context.sessionId ?? '')).toEqual(['session.opened'])
    expect(logged).toEqual([])
  })

  test('that is spent or unknown is one line of the log, without the link', async () => {
    await open(guess(0), '203.0.113.6')
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'sign-in.refused', reason: 'link-spent-or-unknown', address: '203.0.113.6' },
    ])
    expect(logged.join()).not.toContain('guess')
  })

  test('ends the session its browser had, whoever’s it was, and no other', async () => {
    const begin = (userId: string | null) => openSession(userId ?? '', LINK_PROOF, NOWHERE)
    const [before, elsewhere] = await Promise.all([begin(cast.admin.userId), begin(cast.viewer.userId)])
    const cookie = `theme=dark; ${sessionCookie()}=${before}`
    const answer = await open(await linkOf('viewer'), '203.0.113.7', { cookie })
    expect(await actorIn(before)).toBeNull()
    expect((await actorIn(elsewhere))?.userId).toBe(cast.viewer.userId)
    expect((await actorIn(sessionIn(answer)))?.userId).toBe(cast.viewer.userId)
    const { rows } = await database.owner.query(`SELECT user_id FROM sessions WHERE revoked_for = 'replaced'`)
    expect(rows).toEqual([{ user_id: cast.admin.userId }])
  })

  test('that is spent leaves the session of its browser alone', async () => {
    const before = await openSession(cast.admin.userId ?? '', LINK_PROOF, NOWHERE)
    await open(guess(1), '203.0.113.8', { cookie: `${sessionCookie()}=${before}` })
    expect(await actorIn(before)).not.toBeNull()
  })

  test.each(['image', 'iframe', 'script', 'empty'])(
    'fetched as %s by a page signs nobody in and waits',
    async (dest) => {
      const path = await linkOf('viewer')
      const fetched = await open(path, '203.0.113.9', { 'sec-fetch-dest': dest, 'sec-fetch-site': 'cross-site' })
      expect([fetched.status, fetched.headers.get('set-cookie')]).toEqual([204, null])
      const followed = await open(path, '203.0.113.9', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' })
      expect(followed.headers.get('location')).toBe('/portfolio')
    },
  )
})
