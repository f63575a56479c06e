import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteHandler } from '@/lib/http/route'
import type { Actor } from '@/lib/model/actor'
import { engagementOf, scopedAuditor } from '@/lib/testing/audit-desk'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { routes } from './routes'

const desk = '?framework=proofline&from=2026-01-01&to=2026-12-31'

/** What an auditor who was let in for a scope may read, and how; each of these bounds what it shows by the grants. */
const OPEN: Readonly<Record<string, string>> = {
  'GET /api/v1/orgs/{org}': '',
  'GET /api/v1/orgs/{org}/audit-desk': desk,
  'GET /api/v1/orgs/{org}/audit-desk.csv': desk,
  'GET /api/v1/orgs/{org}/audit-desk/requirement': `${desk}&requirement=IAM-01`,
  'GET /api/v1/orgs/{org}/audit-engagements': '',
  'GET /api/v1/orgs/{org}/audit-requests': '',
  'GET /api/v1/orgs/{org}/evidence-packs': '',
  'GET /api/v1/orgs/{org}/frameworks': '',
  'GET /api/v1/orgs/{org}/requirements': '?framework=proofline',
}

/** What makes a request valid, so that nothing but the scope is left to refuse it. */
const VALID: Readonly<Record<string, string>> = { 'GET /api/v1/orgs/{org}/resources': '?id=arn:aws:s3:::vault' }

type Door = { name: string; handler: RouteHandler }
const doors: Door[] = routes
  .filter(({ path }) => path.includes('{org}'))
  .flatMap(({ path, methods }) =>
    Object.entries(methods)
      .filter(([method]) => method === 'GET')
      .map(([, handler]) => ({ name: `GET ${path}`, handler })),
  )

let db: TestDatabase
let cast: Cast
let auditor: Actor
beforeAll(async () => {
  db = await testDatabase()
  cast = (await twoOrganizations()).victim
  await engagementOf(cast)
  auditor = await scopedAuditor(cast)
})
afterAll(() => db.close())

const knock = ({ handler }: Door, query = '') =>
  callRoute(handler, {
    method: 'GET',
    actor: auditor,
    url: `/${query}`,
    params: {
      org: cast.org,
      id: '0190a8f0-0000-7000-8000-000000000001',
      capability: 'IAM-01',
      check: 'aws_iam_root_mfa_enabled',
      file: 'findings.json',
      slug: 'none',
      framework: 'nist_csf_2_0',
    },
  })

describe('an auditor who was let in for a scope', () => {
  test('the list names routes that exist', () => {
    expect(Object.keys(OPEN).filter((name) => !doors.some((door) => door.name === name))).toEqual([])
  })

  test.each(doors.filter(({ name }) => name in OPEN))('may read $name', async (door) => {
    expect((await knock(door, OPEN[door.name])).status).toBe(200)
  })

  test.each(Object.entries(OPEN).filter(([, query]) => query.includes('framework=')))(
    'is refused another framework and another period: %s',
    async (name, query) => {
      const door = doors.find((one) => one.name === name)
      if (!door) throw new Error('the route exists')
      const beyond = [query.replace('framework=proofline', 'framework=nist_csf_2_0')]
      if (query.includes('to=')) beyond.push(query.replace('to=2026-12-31', 'to=2027-01-01'))
      for (const asked of beyond) expect([403, 404]).toContain((await knock(door, asked)).status)
    },
  )

  test.each(['/api/v1/orgs', '/api/v1/portfolio', '/api/v1/study'])('reads nothing of it through %s', async (path) => {
    const handler = routes.find((one) => one.path === path)?.methods.GET
    if (!handler) throw new Error('the route exists')
    const { status, body } = await callRoute(handler, { method: 'GET', actor: auditor, url: path })
    expect([200, 403]).toContain(status)
    for (const mark of [cast.organization.id, cast.organization.name]) expect(JSON.stringify(body)).not.toContain(mark)
  })

  test('sees no framework but those of the grant', async () => {
    const door = doors.find(({ name }) => name === 'GET /api/v1/orgs/{org}/frameworks')
    const { body } = door ? await knock(door) : { body: null }
    expect((body as { frameworks: { id: string }[] }).frameworks.map(({ id }) => id)).toEqual(['proofline'])
  })

  test.each(doors.filter(({ name }) => !(name in OPEN)))('is refused $name', async (door) => {
    expect([403, 404]).toContain((await knock(door, VALID[door.name])).status)
  })
})
