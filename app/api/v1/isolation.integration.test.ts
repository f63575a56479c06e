import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteHandler } from '@/lib/http/route'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import { TrustRuleInput } from '@/lib/model/trust-rule'
import { addTrustRule } from '@/lib/services/add-trust-rule'
import { getAssessment } from '@/lib/services/get-assessment'
import { importIncidents } from '@/lib/services/import-incidents'
import { listFindings } from '@/lib/services/list-findings'
import { listStatements } from '@/lib/services/list-statements'
import { placeLegalHold } from '@/lib/services/place-legal-hold'
import { planRemoval } from '@/lib/services/plan-removal'
import { requestElevation } from '@/lib/services/request-elevation'
import { requestPack } from '@/lib/services/request-pack'
import { TABLE_FILES } from '@/lib/services/table-sources/registry'
import { approvedOf } from '@/lib/testing/assessments'
import { engagementOf, requestOf } from '@/lib/testing/audit-desk'
import { callRoute, type RouteAnswer, type RouteCall } from '@/lib/testing/call-route'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { bucket, evaluated, probe, recorded } from '@/lib/testing/findings'
import { importedFramework } from '@/lib/testing/imported-framework'
import { pngOf } from '@/lib/testing/logo'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { catalogDocument } from '@/lib/testing/oscal-documents'
import { packRequest } from '@/lib/testing/packs'
import { endedRun } from '@/lib/testing/runs'
import { mapGroup } from '@/lib/testing/single-sign-on'
import { withoutRowSecurity } from '@/lib/testing/without-row-security'
import { withoutScoping } from '@/lib/testing/without-scoping'
import { routes } from './routes'

let database: TestDatabase
let victim: Cast
let attacker: Cast
/** An id of the victim for each collection whose items have a URL. */
let ids: Record<string, string>

const given = { status: 'assessed', stage: 3, targetStage: null, rationale: 'taken over' } as const
const NOBODYS = '0190a8f0-0000-7000-8000-000000000001'
const link = {
  kind: 'link',
  title: 'x',
  url: 'https://example.org',
  collectedOn: '2026-01-01',
  expiresOn: null,
} as const
const rollouts = ['IAM', 'NET', 'MON', 'POL', 'DAT'].map((layer) => ({ layer, beganOn: null, liveOn: null }))
const deployment = { slug: 'taken-over', name: 'Taken over', environment: '', rollouts }
const csv = { body: 'id,on\n1,2026-01-01\n', headers: { 'content-type': 'text/csv' } }
const audits = `?source=x&map=${encodeURIComponent('{"externalId":"id","auditedOn":"on","passed":"id"}')}`
const incidents = `?source=x&map=${encodeURIComponent('{"externalId":"id","occurredAt":"on"}')}`

const trustRule = {
  name: 'Taken over',
  kind: 'oidc',
  issuer: 'https://issuer.example.org',
  audience: 'proofline',
  subjectPattern: 'repo:attacker/*',
  role: 'assessor',
} as const

const keys = { kind: 'aws', credentials: 'keys' } as const
const connection = { name: 'Quarry account', settings: keys, schedule: '0 6 * * *' } as const
const awsKeys = { kind: 'aws-keys', accessKeyId: 'A'.repeat(20), secretAccessKey: 'b'.repeat(40) } as const

const desk = '?framework=proofline&from=2026-01-01&to=2026-12-31'

/** What makes a request valid, so that nothing but the wall is left to refuse it. */
const VALID: Record<string, RouteCall> = {
  'GET /api/v1/orgs/{org}/audit-desk': { url: desk },
  'GET /api/v1/orgs/{org}/audit-desk.csv': { url: desk },
  'GET /api/v1/orgs/{org}/audit-desk/requirement': { url: `${desk}&requirement=IAM-01` },
  'POST /api/v1/orgs/{org}/evidence-packs': {
    body: { framework: 'proofline', period: { from: '2026-01-01', to: '2026-03-31' } },
  },
  'POST /api/v1/orgs/{org}/audit-requests': { body: { framework: 'proofline', title: 'x', text: 'x' } },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/answer': { body: { text: 'x' } },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/comments': { body: { text: 'x' } },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/accept': { body: {} },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/return': { body: { text: 'x' } },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/withdraw': { body: {} },
  'POST /api/v1/orgs/{org}/audit-requests/{id}/files': {
    body: 'text',
    headers: { 'content-type': 'text/plain' },
    url: '?title=x',
  },
  'POST /api/v1/orgs/{org}/audit-engagements': {
    body: { userId: NOBODYS, name: 'x', frameworks: ['proofline'], period: { from: '2026-01-01', to: '2026-12-31' } },
  },
  'POST /api/v1/orgs/{org}/members': { body: { email: 'x@example.test', name: 'X', role: 'viewer' } },
  'PATCH /api/v1/orgs/{org}/members/{id}': { body: { role: 'assessor' } },
  'POST /api/v1/orgs/{org}/elevations': { body: { role: 'admin', hours: 1, reason: 'to be taken over' } },
  'POST /api/v1/orgs/{org}/access-review': { body: { userIds: [NOBODYS] } },
  'POST /api/v1/orgs/{org}/notices': { body: { until: '2026-01-01T00:00:00Z' } },
  'PATCH /api/v1/orgs/{org}': { body: { name: 'Taken over' } },
  'POST /api/v1/orgs/{org}/assessments': { body: { deploymentId: NOBODYS, name: 'x', asOf: '2026-01-01' } },
  'PATCH /api/v1/orgs/{org}/assessments/{id}': { body: { name: 'Taken over' } },
  'POST /api/v1/orgs/{org}/assessments/{id}/return': { body: { reason: 'taken over' } },
  'PUT /api/v1/orgs/{org}/assessments/{id}/answers': { body: { answers: [{ capability: 'IAM-01', ...given }] } },
  'PUT /api/v1/orgs/{org}/assessments/{id}/answers/{capability}': { body: given },
  'POST /api/v1/orgs/{org}/assessments/{id}/answers/{capability}/evidence/links': { body: link },
  'POST /api/v1/orgs/{org}/assessments/{id}/answers/{capability}/evidence/files': {
    body: 'text',
    headers: { 'content-type': 'text/plain' },
    url: '?title=x&collectedOn=2026-01-01',
  },
  'POST /api/v1/orgs/{org}/findings/changes': { body: { which: { ids: [NOBODYS] }, assign: { ownerId: null } } },
  'GET /api/v1/orgs/{org}/resources': { url: '?id=arn:aws:s3:::vault' },
  'GET /api/v1/orgs/{org}/run-units.csv': { url: `?run=${NOBODYS}` },
  'PUT /api/v1/orgs/{org}/findings/{id}/owner': { body: { ownerId: NOBODYS } },
  'PUT /api/v1/orgs/{org}/findings/{id}/severity': { body: { severity: 'info', reason: 'taken over' } },
  'PUT /api/v1/orgs/{org}/findings/{id}/exception': {
    body: { ownerId: NOBODYS, reason: 'taken over', until: new Date().toISOString().slice(0, 10) },
  },
  'POST /api/v1/orgs/{org}/findings/{id}/comments': { body: { text: 'taken over' } },
  'POST /api/v1/orgs/{org}/connections': { body: { ...connection, deploymentId: NOBODYS } },
  'PATCH /api/v1/orgs/{org}/connections/{id}': { body: { name: 'Taken over', deploymentId: NOBODYS } },
  'PUT /api/v1/orgs/{org}/connections/{id}/secret': { body: awsKeys },
  'POST /api/v1/orgs/{org}/deployments': { body: deployment },
  'PUT /api/v1/orgs/{org}/deployments/{id}': { body: deployment },
  'POST /api/v1/orgs/{org}/trust-rules': { body: trustRule },
  'PUT /api/v1/orgs/{org}/trust-rules/{id}': { body: trustRule },
  'PUT /api/v1/orgs/{org}/checks/{check}/setting': {
    body: { threshold: null, severity: 'low', reason: 'taken over' },
  },
  'POST /api/v1/orgs/{org}/findings/import': {
    body: JSON.stringify({ check_type: 'terraform', results: { failed_checks: [{ check_id: 'X', resource: 'y' }] } }),
    headers: { 'content-type': 'application/json' },
  },
  'POST /api/v1/orgs/{org}/frameworks/import': {
    body: JSON.stringify(catalogDocument()),
    headers: { 'content-type': 'application/json' },
  },
  'PUT /api/v1/orgs/{org}/frameworks/{id}/mapping': { body: { requirement: 'x-2', capabilities: ['NET-01'] } },
  'GET /api/v1/orgs/{org}/requirements': { url: '?framework=custom:taken-over' },
  'PUT /api/v1/orgs/{org}/rule-mappings': { body: { product: 'Prowler', rule: 'x', capability: 'IAM-01' } },
  'PUT /api/v1/orgs/{org}/retention-rules': { body: { kind: 'decisions', keepDays: 400, reason: 'taken over' } },
  'POST /api/v1/orgs/{org}/legal-holds': {
    body: { name: 'Taken over', reason: 'taken over', kinds: [], from: null, to: null },
  },
  'POST /api/v1/orgs/{org}/legal-holds/{id}/release': { body: { reason: 'taken over' } },
  'POST /api/v1/orgs/{org}/removals/{id}/confirm': { body: { digest: 'a'.repeat(64) } },
  'PUT /api/v1/orgs/{org}/access-rules': { body: { reviewDays: 30 } },
  'PUT /api/v1/orgs/{org}/report-style': { body: { title: 'x', colour: null } },
  'PUT /api/v1/orgs/{org}/report-style/logo': { body: pngOf(), headers: { 'content-type': 'image/png' } },
  'POST /api/v1/orgs/{org}/group-roles': { body: { provider: 'contoso', group: 'taken-over', role: 'admin' } },
  'POST /api/v1/orgs/{org}/audits/import': { ...csv, url: audits },
  'POST /api/v1/orgs/{org}/audits/import/preview': { ...csv, url: audits },
  'POST /api/v1/orgs/{org}/incidents/import': { ...csv, url: incidents },
  'POST /api/v1/orgs/{org}/incidents/import/preview': { ...csv, url: incidents },
  'POST /api/v1/orgs/{org}/plans': { body: { format_version: '1.0' } },
}

type Door = { name: string; path: string; method: string; handler: RouteHandler; file?: string }
/** Every table that can be taken away is a door of its own. The same rows as JSON or as a packed workbook show no more. */
const files = TABLE_FILES.filter((file) => !/^[a-z-]+\.(xlsx|json)$/.test(file))
const doors: Door[] = routes
  .filter(({ path }) => path.includes('{org}'))
  .flatMap(({ path, methods }) =>
    Object.entries(methods)
      .filter(([method]) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(method))
      .map(([method, handler]): Door => ({ name: `${method} ${path}`, path, method, handler })),
  )
  .flatMap((door) =>
    door.path.endsWith('/{file}')
      ? files.map((file) => ({ ...door, name: door.name.replace('{file}', file), file }))
      : [door],
  )

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  const { id: deploymentId } = await deploymentOf(victim)
  const answers: NamedAnswer[] = [{ capability: 'IAM-01', ...given, evidence: [link] }]
  const { id: assessment } = await approvedOf(victim, { deploymentId, asOf: '2026-03-31', answers })
  const { answers: kept } = await getAssessment(victim.viewer, { org: victim.org, id: assessment })
  const { batchId } = await importIncidents(victim.admin, {
    org: victim.org,
    map: { externalId: 'id', occurredAt: 'on' },
    options: optionsOf(),
    chunks: chunksOf(csvText(['id', 'on'], ['1', '2026-01-01T00:00:00Z'])),
  })
  const asked = { role: 'admin', hours: 1, reason: 'the other one is away' } as const
  const { id: elevation } = await requestElevation(victim.viewer, { org: victim.org, request: asked })
  const rule = await addTrustRule(victim.admin, { org: victim.org, rule: TrustRuleInput.parse(trustRule) })
  const run = await endedRun(victim, { name: connection.name })
  await recorded(victim, { connectionId: run.connectionId }, evaluated(probe('taken_over'), [bucket('vault')]))
  const listed = { org: victim.org, filter: {}, sort: 'severity' as const, page: { limit: 1 } }
  const { items: findings } = await listFindings(victim.viewer, listed)
  const signed = { org: victim.org, kind: 'assessment' as const, id: assessment }
  const { items: statements } = await listStatements(victim.viewer, signed)
  const hold = await placeLegalHold(victim.admin, {
    org: victim.org,
    hold: { name: 'Vault', reason: 'a dispute', kinds: ['packs'], from: null, to: null },
  })
  const removal = await planRemoval(victim.admin, { org: victim.org })
  const { id: groupRole } = await mapGroup(victim.organization.id, 'security', 'viewer')
  const { id: engagement } = await engagementOf(victim)
  const askedFor = await requestOf(victim)
  const { id: pack } = await requestPack(victim.auditor, { org: victim.org, pack: packRequest() })
  const { id: framework } = await importedFramework(victim, { slug: 'taken-over' })
  ids = {
    frameworks: framework,
    deployments: deploymentId,
    assessments: assessment,
    evidence: kept[0]?.evidence[0]?.id ?? '',
    imports: batchId ?? '',
    'trust-rules': rule.id,
    'access-tokens': decodeJwt(await victim.token('viewer')).jti ?? '',
    members: victim.viewer.userId ?? '',
    'audit-engagements': engagement,
    'audit-requests': askedFor.request,
    'audit-request-files': askedFor.file,
    'evidence-packs': pack,
    elevations: elevation,
    'group-roles': groupRole,
    connections: run.connectionId,
    runs: run.id,
    findings: findings[0]?.id ?? '',
    statements: statements[0]?.id ?? '',
    'legal-holds': hold.id,
    removals: removal.id,
  }
})

afterAll(() => database.close())

const collectionOf = (path: string) => /\{org\}\/(?:audit-desk\/)?([a-z-]+)\/\{id\}/.exec(path)?.[1]

const ask = ({ name, path, method, handler, file = '' }: Door, call: RouteCall, org: string) => {
  const collection = collectionOf(path)
  const params = {
    org,
    capability: 'IAM-01',
    check: 'aws_iam_root_mfa_enabled',
    file,
    model: 'catalog',
    kind: 'board',
    ...(collection ? { id: ids[collection] ?? '' } : {}),
  }
  return callRoute(handler, { method, ...VALID[name], url: `/${VALID[name]?.url ?? ''}`, params, ...call })
}

/** What the victim holds, its audit log counted: every write leaves an entry there. */
const everything = () => holdings(victim.organization.id)

describe('404 for another organization’s admin and token, 401 for nobody, and nothing changes or shows', () => {
  test.each(doors)('$name', async (door) => {
    const before = await everything()
    const answers = [
      await ask(door, { actor: attacker.admin }, victim.org),
      await ask(door, { token: await attacker.token('admin') }, victim.org),
      await ask(door, {}, victim.org),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401])
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(victim.organization.name)
    expect(await everything()).toEqual(before)
  })
})

type Walls = { name: string; open: () => Promise<() => unknown> }
const WALLS: readonly Walls[] = [
  { name: 'both walls', open: async () => () => {} },
  { name: 'row-level security alone', open: async () => withoutScoping() },
  { name: 'query scoping alone', open: () => withoutRowSecurity(database) },
]

const named = doors.filter(({ path }) => path.includes('{id}'))
const reading = doors.filter(({ method }) => method === 'GET')

/** What of the victim an answer to the attacker shows. */
const leaks = ({ body }: RouteAnswer): string[] =>
  [victim.organization.id, victim.org, victim.organization.name, ...Object.values(ids)].filter((mark) =>
    JSON.stringify(body).includes(mark),
  )

describe.each(WALLS)('with $name', ({ open }) => {
  let close: () => unknown
  beforeAll(async () => {
    close = await open()
  })
  afterAll(() => close())

  test.each(named)('404 for the id through the outsider’s own organization: $name', async (door) => {
    const before = await everything()
    expect((await ask(door, { actor: attacker.admin }, attacker.org)).status).toBe(404)
    expect(await everything()).toEqual(before)
  })
  test.each(reading)('nothing of the victim in what the outsider’s own organization shows: $name', async (door) => {
    const answer = await ask(door, { actor: attacker.admin }, attacker.org)
    expect([answer.status < 500, leaks(answer)]).toEqual([true, []])
  })
})

const forged = (cursor: string): string =>
  Buffer.from(
    Buffer.from(cursor, 'base64url').toString().replaceAll(victim.organization.id, attacker.organization.id),
  ).toString('base64url')

const naming = doors.filter(({ name }) => JSON.stringify(VALID[name]?.body ?? '').includes(NOBODYS))

test('bodies that carry ids are tried', () => expect(naming.length).toBeGreaterThan(1))

describe.each(WALLS)('with $name', ({ open }) => {
  let close: () => unknown
  beforeAll(async () => {
    close = await open()
  })
  afterAll(() => close())

  test.each(naming)('the victim’s id in a body is answered as one that nobody has: $name', async (door) => {
    const before = await everything()
    const asked = (id: string) => JSON.parse(JSON.stringify(VALID[door.name]?.body).replaceAll(NOBODYS, id))
    const answerTo = (id: string) => ask(door, { actor: attacker.admin, body: asked(id) }, attacker.org)
    const nobodys = await answerTo(NOBODYS)
    for (const id of [...Object.values(ids), victim.viewer.userId ?? '']) {
      const answer = await answerTo(id)
      expect([answer.status, leaks(answer)]).toEqual([nobodys.status, []])
    }
    expect(await everything()).toEqual(before)
  })
  test('the victim’s cursors page through nothing of the victim’s', async () => {
    const cursors = await Promise.all(
      reading.map(async (door) => {
        const { body } = await ask(door, { actor: victim.admin, url: '/?limit=1' }, victim.org)
        return { door, cursor: (body as { nextCursor?: string | null } | null)?.nextCursor }
      }),
    )
    const going = cursors.filter(({ cursor }) => typeof cursor === 'string')
    expect(going.length).toBeGreaterThan(2)
    for (const { door, cursor } of going) {
      const askFrom = (at: string) => ask(door, { actor: attacker.admin, url: `/?cursor=${at}` }, attacker.org)
      // A list of what belongs to one thing is as absent as that thing.
      const [refused, forgedAnswer] = door.path.includes('{id}') ? [404, 404] : [422, 200]
      expect((await askFrom(cursor ?? '')).status, door.name).toBe(refused)
      // A cursor names its organization, and nothing keeps an attacker from writing another name.
      const answer = await askFrom(forged(cursor ?? ''))
      expect([answer.status, leaks(answer)], door.name).toEqual([forgedAnswer, []])
    }
  })
})

test('with neither wall the attacker sees the victim, so these tests can fail', async () => {
  const back = [withoutScoping(), await withoutRowSecurity(database)]
  const seen: string[] = []
  for (const door of reading) seen.push(...leaks(await ask(door, { actor: attacker.admin }, attacker.org)))
  for (const close of back) close()
  expect(new Set(seen).size).toBeGreaterThan(3)
})

test('the ids asked for are there: their owner reads each of them', async () => {
  const items = doors.filter(({ method, path }) => method === 'GET' && path.endsWith('/{id}'))
  const statuses = await Promise.all(
    items.map(async (door) => (await ask(door, { actor: victim.admin }, victim.org)).status),
  )
  expect(statuses).toEqual(items.map(() => 200))
  expect(Object.keys(ids).sort()).toEqual([...new Set(named.map(({ path }) => collectionOf(path)))].sort())
  expect(Object.values(ids)).not.toContain('')
})
