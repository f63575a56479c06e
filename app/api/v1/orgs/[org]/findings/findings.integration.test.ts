import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteHandler } from '@/lib/http/route'
import type { Finding } from '@/lib/model/finding'
import type { Page } from '@/lib/model/page'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET as file } from '../[file]/route'
import { GET as resource } from '../resources/route'
import { POST as comment } from './[id]/comments/route'
import { GET as effect } from './[id]/effect/route'
import { DELETE as endException, PUT as putException } from './[id]/exception/route'
import { PUT as owner } from './[id]/owner/route'
import { GET as one } from './[id]/route'
import { PUT as severity } from './[id]/severity/route'
import { POST as changes } from './changes/route'
import { GET as counts } from './counts/route'
import { GET as matching } from './matching/route'
import { GET as owners } from './owners/route'
import { GET as list } from './route'

let close: () => Promise<void>
let cast: Cast
let finding: Finding
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast } = await twoOrganizations())
  const connectionId = await connectionOf(cast)
  await recorded(cast, { connectionId }, evaluated(probe('one'), [bucket('a'), bucket('b')]))
  const { body } = await call(list)
  finding = (body as Page<Finding>).items[0] as Finding
})
afterAll(() => close())

const call = (handler: RouteHandler, more: RouteCall & { query?: string } = {}) =>
  callRoute(handler, {
    actor: cast.assessor,
    url: `/${more.query ?? ''}`,
    ...more,
    params: { org: cast.org, id: finding?.id ?? '', ...more.params },
  })
const today = new Date().toISOString().slice(0, 10)

const [csv, xlsx, json, ocsf, sarif] = [
  withFile(file, 'findings.csv'),
  withFile(file, 'findings.xlsx'),
  withFile(file, 'findings.json'),
  withFile(file, 'findings.ocsf.json'),
  withFile(file, 'findings.sarif'),
]
const READS = { list, one, counts, matching, owners, effect, csv, xlsx, json, ocsf, sarif }
const except = () => ({ ownerId: cast.admin.userId, reason: 'Behind a proxy', until: today })

describe('reading findings', () => {
  test.each(Object.keys(READS) as (keyof typeof READS)[])('200 for every role: %s', async (name) => {
    const { viewer, assessor, auditor, admin } = cast
    for (const actor of [viewer, assessor, auditor, admin])
      expect((await call(READS[name], { actor })).status).toBe(200)
  })

  test('a resource shows its findings, and says when no snapshot holds it', async () => {
    const { status, body } = await call(resource, { query: '?id=arn:aws:s3:::a' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ resource: { name: 'a' }, findings: [{ resource: { name: 'a' } }], facts: [] })
    expect((await call(resource, { query: '?id=nothing' })).status).toBe(404)
  })

  test.each([
    '?state=half-open',
    '?severity=terrible',
    '?layer=XYZ',
    '?capability=IAM',
    '?owner=somebody',
    '?since=yesterday',
    '?since=2026-02-30',
    '?sort=random',
    '?limit=0',
    '?cursor=%00',
    '?search=',
    `?search=${'x'.repeat(300)}`,
    '?search=%00',
    '?check=a&check=b',
  ])('422 or 400, never a failure of ours: %s', async (query) => {
    for (const handler of [list, matching, csv, sarif]) {
      const { status } = await call(handler, { query })
      if (handler === list) expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
  })

  test.each(["'; DROP TABLE findings; --", '%', '\\', '{"a":1}', '\u202e', '💥', '../..', 'NULL'])(
    'odd words find nothing or what they name: %s',
    async (word) => {
      for (const name of ['search', 'check', 'resource', 'source', 'connection'])
        expect((await call(list, { query: `?${name}=${encodeURIComponent(word)}` })).status).toBeLessThan(500)
      expect((await call(list)).status).toBe(200)
    },
  )
})

describe('deciding about findings', () => {
  test('an assessor decides and sees what was decided', async () => {
    const put = async (handler: RouteHandler, body?: unknown, method = 'PUT') =>
      (await call(handler, { method, body })).body
    expect(await put(owner, { ownerId: cast.assessor.userId })).toMatchObject({ owner: { name: 'Asa Assessor' } })
    expect(await put(severity, { severity: 'low', reason: 'internal' })).toMatchObject({ severity: 'low' })
    expect(await put(putException, except())).toMatchObject({ exceptionUntil: today })
    expect(await put(endException, undefined, 'DELETE')).toMatchObject({ exceptionUntil: null })
    expect(await put(comment, { text: 'done' }, 'POST')).toMatchObject({
      events: [{ kind: 'comment' }, {}, {}, {}, {}, {}],
    })
    const change = { which: { filter: { state: 'open' } }, assign: { ownerId: null }, dryRun: true }
    expect(await put(changes, change, 'POST')).toEqual({ findings: 2, changed: 1 })
  })

  test.each([
    ['viewer', 403],
    ['auditor', 403],
  ] as const)('a %s decides nothing', async (role, status) => {
    const tries: [RouteHandler, string, unknown][] = [
      [owner, 'PUT', { ownerId: null }],
      [severity, 'PUT', { severity: null, reason: 'x' }],
      [putException, 'PUT', except()],
      [endException, 'DELETE', undefined],
      [comment, 'POST', { text: 'x' }],
      [changes, 'POST', { which: { ids: [finding.id] }, assign: { ownerId: null } }],
    ]
    for (const [handler, method, body] of tries)
      expect((await call(handler, { actor: cast[role], method, body })).status).toBe(status)
  })

  test('422 names the field', async () => {
    const refused = async (handler: RouteHandler, body: unknown, method = 'PUT') => {
      const answer = await call(handler, { method, body })
      expect(answer.status).toBe(422)
      return (answer.body as { problems: { field: string }[] }).problems.map(({ field }) => field)
    }
    expect(await refused(putException, { ...except(), until: '2020-01-01' })).toEqual(['until'])
    expect(await refused(putException, { ...except(), reason: ' ' })).toEqual(['reason'])
    expect(await refused(owner, { ownerId: finding.id })).toEqual(['ownerId'])
    expect(await refused(comment, { text: 'a\0b' }, 'POST')).toEqual(['text'])
    expect(await refused(severity, { severity: 'awful', reason: 'x' })).toEqual(['severity'])
  })
})
