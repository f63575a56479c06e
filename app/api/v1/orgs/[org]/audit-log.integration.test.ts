import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { withClient } from '@/lib/db/with-client'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditVerification } from '@/lib/model/audit-verification'
import type { Page } from '@/lib/model/page'
import { updateDeployment } from '@/lib/services/update-deployment'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET as file } from './[file]/route'
import { GET as list } from './audit-log/route'
import { GET as verification } from './audit-log/verification/route'

let database: TestDatabase
let attacker: Cast
let victim: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker, victim } = await twoOrganizations())
  const { id, ...deployment } = await deploymentOf(victim)
  await updateDeployment(victim.assessor, {
    org: victim.org,
    id,
    deployment: { ...deployment, name: '=HYPERLINK("https://example.org")' },
  })
})
afterAll(() => database.close())

const call = (handler: typeof list, more: RouteCall = {}) =>
  callRoute(handler, { actor: victim.auditor, params: { org: victim.org }, ...more })
const entries = async (query = ''): Promise<Page<AuditEntry>> =>
  (await call(list, { url: `/${query}` })).body as Page<AuditEntry>
const actions = async (query: string) => (await entries(query)).items.map(({ action }) => action)

const [csv, ocsf] = [withFile(file, 'audit-log.csv'), withFile(file, 'audit-log.ocsf.json')]
const DOORS = { list, verification, csv, ocsf }

describe.each(Object.keys(DOORS) as (keyof typeof DOORS)[])('GET audit log: %s', (name) => {
  const handler = DOORS[name]
  test('200 for auditors and admins, 403 for viewers and assessors', async () => {
    const { viewer, assessor, auditor, admin } = victim
    const answers = await Promise.all([viewer, assessor, auditor, admin].map((actor) => call(handler, { actor })))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 200])
  })
  test('404 for another organization’s admin, 401 for nobody', async () => {
    expect((await call(handler, { actor: attacker.admin })).status).toBe(404)
    expect((await callRoute(handler, { params: { org: victim.org } })).status).toBe(401)
  })
})

describe('GET /api/v1/orgs/[org]/audit-log', () => {
  test('says who did what to what, from where and by which decision', async () => {
    const [entry] = (await entries('?action=deployment.updated')).items
    expect(entry).toMatchObject({
      actorKind: 'person',
      actorName: 'Asa Assessor',
      actorId: victim.assessor.userId,
      sessionId: victim.assessor.context.sessionId,
      decision: { effect: 'allow', action: 'deployment:write' },
      detail: { after: { name: '=HYPERLINK("https://example.org")' } },
      beforeDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      afterDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
  test('is narrowed by action, actor, subject, days and place', async () => {
    expect(await actions('?action=deployment')).toEqual(['deployment.updated', 'deployment.created'])
    expect(await actions('?actor=asa')).toEqual(['deployment.updated'])
    expect(await actions('?actor=%25')).toEqual([])
    expect(await actions(`?subject=${victim.organization.id}&upTo=1`)).toEqual(['organization.created'])
    const day = new Date().toISOString().slice(0, 10)
    expect(await actions(`?action=deployment&from=${day}&to=${day}`)).toHaveLength(2)
    expect(await actions('?to=2020-01-01')).toEqual([])
    expect(await actions('?upTo=1')).toEqual(['organization.created'])
  })
  test('leads through every entry once, newest first, and on to those older than the chain', async () => {
    await unchainedEntries(victim, 3)
    const seen: AuditEntry[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<AuditEntry> = await entries(`?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    const chained = seen.flatMap(({ seq }) => seq ?? [])
    expect(chained).toEqual(chained.toSorted((a, b) => b - a))
    expect(chained.at(-1)).toBe(1)
    expect(seen.slice(chained.length).map(({ seq }) => seq)).toEqual([null, null, null])
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    await removeUnchained(victim)
  })
  test('422: a cursor of another organization, a day that is none', async () => {
    const theirs = (await callRoute(list, { actor: attacker.admin, params: { org: attacker.org }, url: '/?limit=1' }))
      .body as Page<AuditEntry>
    expect((await call(list, { url: `/?cursor=${theirs.nextCursor}` })).status).toBe(422)
    expect((await call(list, { url: '/?from=yesterday' })).status).toBe(422)
  })
})

describe('exports', () => {
  test('the CSV holds every entry with its hash, and no cell that a spreadsheet runs', async () => {
    const { items } = await entries('?limit=200')
    const { body, headers } = await call(csv)
    const rows = parse(String(body), { columns: true }) as Record<string, string>[]
    expect(rows.slice(1).map(({ hash }) => hash)).toEqual(items.map(({ hash }) => hash))
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([])
    expect(headers.get('content-disposition')).toContain(`${victim.org}-audit-log.csv`)
  })
  test('the OCSF file holds one event an entry, and an empty list where nothing matches', async () => {
    const { items } = await entries('?action=deployment')
    const { body } = await call(ocsf, { url: '/?action=deployment' })
    const events = body as { metadata: { uid: string } }[]
    expect(events.map(({ metadata }) => metadata.uid)).toEqual(items.map(({ id }) => id))
    expect((await call(ocsf, { url: '/?action=nothing' })).body).toEqual([])
  })
  test('each is an entry of the log itself', async () => {
    await call(csv, { url: '/?action=deployment' })
    const [entry] = (await entries('?limit=1')).items
    expect(entry).toMatchObject({
      action: 'audit-log.exported',
      actorName: 'Odo Auditor',
      detail: { format: 'csv', action: 'deployment' },
      decision: { action: 'audit-log:export' },
    })
  })
})

describe('GET /api/v1/orgs/[org]/audit-log/verification', () => {
  test('200: the chain is unbroken up to its signed end', async () => {
    const { body } = await call(verification)
    const { ok, entries, signedUpTo, firstBroken, keys } = body as AuditVerification
    expect({ ok, firstBroken, signed: signedUpTo?.seq }).toEqual({ ok: true, firstBroken: null, signed: entries })
    expect(keys).toHaveLength(1)
  })
})

const unchainedEntries = ({ organization: { id } }: Cast, count: number) =>
  forOrganizations(
    [id],
    (tx) =>
      tx.$executeRaw`
        INSERT INTO audit_entries (organization_id, id, actor_kind, actor_name, action, subject, detail)
        SELECT ${id}::uuid, gen_random_uuid(), 'operator', 'Before', 'test.older', n::text, '{}'
        FROM generate_series(1, ${count}) n`,
  )

const removeUnchained = ({ organization: { id } }: Cast) =>
  withClient(database.setupUrl, (client) =>
    client.query('DELETE FROM audit_entries WHERE organization_id = $1 AND seq IS NULL', [id]),
  )
