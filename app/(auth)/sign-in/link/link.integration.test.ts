import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueSignInLink } from '@/lib/auth/sign-in-link'
import { overrideEnv } from '@/lib/env'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { fromAddress } from '@/lib/testing/from-address'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { GET } from './route'

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())
beforeEach(() => void overrideEnv({ ratePerMinute: 600 }))

const open = (path: string, address: string): Promise<Response> =>
  GET(new Request(new URL(path, 'http://localhost:3000'), { headers: fromAddress(address) }))
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
})
