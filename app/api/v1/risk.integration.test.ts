import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import { noticingExport } from '@/lib/services/notice-export'
import { readRisk } from '@/lib/services/read-risk'
import { callRoute, type RouteAnswer } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { fromAddress } from '@/lib/testing/from-address'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET as file } from './orgs/[org]/[file]/route'
import * as deployments from './orgs/[org]/deployments/route'
import * as organization from './orgs/[org]/route'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

type Credentials = { session?: string; token?: string; headers?: Record<string, string> }

const read = (by: Credentials) => callRoute(deployments.GET, { ...by, params: { org: cast.org } })
/** What no role but admin may, nor a viewer's token. */
const forbidden = (by: Credentials) =>
  callRoute(organization.PATCH, { ...by, method: 'PATCH', body: { name: 'x' }, params: { org: cast.org } })
const problem = ({ status, body }: RouteAnswer) =>
  `${status} ${(body as { type?: string }).type?.split('/').at(-1) ?? 'fine'}`
const repeated = async (times: number, ask: () => Promise<RouteAnswer>) => {
  const answers: string[] = []
  for (let i = 0; i < times; i++) answers.push(problem(await ask()))
  return answers
}
const logged = (action: string) =>
  forOrganizations([cast.organization.id], (tx) =>
    tx.auditEntry.findMany({
      where: { organizationId: cast.organization.id, action },
      orderBy: { seq: 'asc' },
      select: { subject: true, detail: true, actorName: true },
    }),
  )

/** A session whose proof is older than the five minutes that count as fresh. */
const sessionOf = ({ userId }: Actor, minutes = 10) => {
  const then = new Date(Date.now() - minutes * 60_000)
  return openSession(userId ?? '', passkeyProof(then), NOWHERE, then)
}

describe('a session that meets refusal after refusal', () => {
  test('is asked for a fresh proof after ten, and ends after twenty, which its organization’s log tells', async () => {
    const by = { session: await sessionOf(cast.viewer) }
    expect(problem(await read(by))).toBe('200 fine')
    expect(new Set(await repeated(10, () => forbidden(by)))).toEqual(new Set(['403 forbidden']))
    expect(problem(await read(by))).toBe('401 step-up')
    await repeated(10, () => forbidden(by))
    expect(problem(await read(by))).toBe('401 unauthenticated')
    expect(problem(await read(by))).toBe('401 unauthenticated')
    expect(await logged('session.revoked-for-risk')).toEqual([
      { subject: expect.any(String), detail: { risk: expect.any(Number) }, actorName: 'Vera Viewer' },
    ])
  })

  test('goes on after a fresh proof, which erases nothing', async () => {
    const stale = { session: await sessionOf(cast.assessor) }
    await repeated(10, () => forbidden(stale))
    expect(problem(await read(stale))).toBe('401 step-up')
    const { rows } = await database.owner.query(
      'UPDATE sessions SET proven_at = now() WHERE user_id = $1 RETURNING id',
      [cast.assessor.userId],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(problem(await read(stale))).toBe('200 fine')
    await repeated(10, () => forbidden(stale))
    expect(problem(await read(stale))).toBe('401 unauthenticated')
  })

  test('has no bearing on another session of the same person', async () => {
    const [noisy, quiet] = [await sessionOf(cast.secondAssessor), await sessionOf(cast.secondAssessor)]
    await repeated(21, () => forbidden({ session: noisy }))
    expect(problem(await read({ session: noisy }))).toBe('401 unauthenticated')
    expect(problem(await read({ session: quiet }))).toBe('200 fine')
  })
})

describe('an access token', () => {
  test('that meets refusal after refusal is refused everything, and then ends', async () => {
    const by = { token: await cast.token('viewer') }
    expect(problem(await read(by))).toBe('200 fine')
    await repeated(10, () => forbidden(by))
    expect(problem(await read(by))).toBe('403 forbidden')
    await repeated(10, () => read(by))
    expect(problem(await read(by))).toBe('401 unauthenticated')
  })

  test('that is used from a second network ends at once, everywhere', async () => {
    const token = await cast.token('viewer')
    const from = (address: string) => ({ token, headers: fromAddress(address) })
    expect(problem(await read(from('192.0.2.7')))).toBe('200 fine')
    expect(problem(await read(from('192.0.2.200')))).toBe('200 fine')
    expect(problem(await read(from('198.51.100.7')))).toBe('401 unauthenticated')
    expect(problem(await read(from('192.0.2.7')))).toBe('401 unauthenticated')
    const ended = await logged('token.revoked-for-risk')
    expect(ended.at(-1)).toMatchObject({ detail: { risk: 100, address: '198.51.100.7' } })
  })

  test('whose first uses come from two networks at once ends too', async () => {
    const token = await cast.token('viewer')
    const answers = await Promise.all(
      ['192.0.2.7', '2001:db8:1::7'].map((address) => read({ token, headers: fromAddress(address) })),
    )
    expect(answers.map(problem).sort()).toEqual(['200 fine', '401 unauthenticated'])
  })
})

describe('exports', () => {
  const download = (by: Credentials) => callRoute(withFile(file, 'incidents.csv'), { ...by, params: { org: cast.org } })

  test('twenty within ten minutes ask for a fresh proof', async () => {
    const by = { session: await sessionOf(cast.auditor) }
    for (let i = 0; i < 20; i++) expect((await download(by)).status).toBe(200)
    expect(problem(await read(by))).toBe('401 step-up')
  })

  test('count their rows when they end, and also when nobody reads them to their end', async () => {
    const seen: number[] = []
    const pages = async function* () {
      yield Array.from({ length: 300_000 })
      yield Array.from({ length: 300_000 })
    }
    const exporting = async (actor: Actor, most: number) => {
      for await (const page of noticingExport(actor, pages())) {
        seen.push(page.length)
        if (seen.length >= most) break
      }
    }
    await exporting(cast.admin, 1)
    expect(await kindsAgainst(cast.admin)).toEqual([])
    await exporting(cast.admin, 3)
    expect(await kindsAgainst(cast.admin)).toEqual(['mass-export'])
  })
})

const kindsAgainst = async ({ context: { sessionId } }: Actor) =>
  ((await readRisk([sessionId ?? ''])).get(sessionId ?? '') ?? []).map(({ kind }) => kind)
