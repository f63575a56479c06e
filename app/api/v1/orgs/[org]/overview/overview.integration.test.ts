import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import type { Deployment } from '@/lib/model/deployment'
import type { Overview } from '@/lib/model/overview'
import { getOverview } from '@/lib/services/get-overview'
import { importIncidents } from '@/lib/services/import-incidents'
import { approvedOf, draftOf, submittedOf } from '@/lib/testing/assessments'
import { callRoute } from '@/lib/testing/call-route'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import * as overview from './route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
let payments: Deployment

const NOW = new Date('2026-07-15T12:00:00Z')

const evidenced = (capability: string, expiries: [title: string, expiresOn: string | null][]): NamedAnswer => ({
  capability,
  status: 'assessed',
  stage: 2,
  targetStage: null,
  rationale: '',
  evidence: expiries.map(([title, expiresOn]) => ({
    kind: 'link',
    title,
    url: 'https://example.org',
    collectedOn: '2026-01-10',
    expiresOn,
  })),
})

/** `count` incidents a month, each detected an hour after it began and resolved two hours after that. */
const incidents = (cast: Cast, months: Record<string, number>, deployment?: string) =>
  importIncidents(cast.admin, {
    org: cast.org,
    map: { externalId: 'id', occurredAt: 'began', detectedAt: 'seen', resolvedAt: 'done' },
    options: optionsOf({ source: `tracker-${deployment ?? 'all'}`, deployment }),
    chunks: chunksOf(
      csvText(
        ['id', 'began', 'seen', 'done'],
        ...Object.entries(months).flatMap(([month, count]) =>
          Array.from({ length: count }, (_, i) => [
            `${month}-${i}`,
            `${month}-10T08:00:00Z`,
            `${month}-10T09:00:00Z`,
            `${month}-10T11:00:00Z`,
          ]),
        ),
      ),
    ),
  })

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  await deploymentOf(victim, { slug: 'older' })
  payments = await deploymentOf(victim)
  const deploymentId = payments.id
  await approvedOf(victim, { deploymentId, asOf: '2026-03-31', stage: 1 })
  await approvedOf(victim, {
    deploymentId,
    asOf: '2026-06-30',
    answers: [
      evidenced('IAM-01', [
        ['in 31 days', '2026-08-15'],
        ['lasting', null],
        ['in 30 days', '2026-08-14'],
      ]),
      evidenced('NET-01', [
        ['yesterday', '2026-07-14'],
        ['today', '2026-07-15'],
      ]),
    ],
  })
  await draftOf(victim, { deploymentId, asOf: '2026-07-01' })
  await submittedOf(victim, { deploymentId, asOf: '2026-07-02', name: 'Waits' })
  const before = { '2025-05': 8, '2025-06': 8, '2025-07': 8, '2025-08': 8, '2025-09': 8, '2025-10': 8 }
  await incidents(victim, { ...before, '2026-02': 4, '2026-05': 4 }, 'payments')
})

afterAll(() => database.close())

const read = (cast = victim, more: object = {}): Promise<Overview> =>
  getOverview(cast.viewer, { org: cast.org, now: NOW, ...more })

describe('the overview', () => {
  test('200: stands for the deployment assessed last, with what changed since a quarter before', async () => {
    const { at, organization, deployments, deployment, current } = await read()
    expect([at, organization.slug, deployment?.slug]).toEqual(['2026-07-15', victim.org, 'payments'])
    expect(deployments.map(({ slug }) => slug)).toEqual(['older', 'payments'])
    expect(deployment).toEqual(expect.objectContaining(payments))
    expect(current?.assessment.asOf).toBe('2026-06-30')
    expect(current?.comparison).toMatchObject({ basis: 'quarter', earlier: { asOf: '2026-03-31' } })
  })

  test('counts evidence that has ended and that ends within 30 days, the earliest first', async () => {
    expect((await read()).evidence).toEqual({
      expired: 1,
      expiring: 2,
      items: [
        expect.objectContaining({ title: 'yesterday', capability: 'NET-01', expired: true, expiresOn: '2026-07-14' }),
        expect.objectContaining({ title: 'today', capability: 'NET-01', expired: false }),
        expect.objectContaining({ title: 'in 30 days', capability: 'IAM-01', expired: false }),
      ],
    })
  })

  test('names what waits for the reader’s approval, and nothing they submitted themselves', async () => {
    const approvals = async (actor: Cast['viewer']) => {
      const { waiting } = await getOverview(actor, { org: victim.org, now: NOW })
      expect([waiting.drafts, waiting.submitted]).toEqual([1, 1])
      return waiting.approvals.map(({ name, deployment }) => [name, deployment.slug])
    }
    expect(await approvals(victim.secondAssessor)).toEqual([['Waits', 'payments']])
    expect(await approvals(victim.assessor)).toEqual([])
    expect(await approvals(victim.viewer)).toEqual([])
    const context = { ...victim.admin.context, method: 'token' as const }
    const machine = { ...victim.admin, kind: 'machine' as const, userId: null, context }
    expect(await approvals(machine)).toEqual([])
  })

  test('reads before and after from the months of the deployment', async () => {
    const { outcome } = await read()
    expect(outcome?.scope).toBe('deployment')
    expect(outcome?.result).toMatchObject({ baseline: { from: '2025-05', to: '2025-10' }, goLive: '2025-12' })
    const metric = outcome?.result.metrics.find((one) => one.metric === 'incidents')
    expect(metric?.baseline).toEqual({ value: 8, months: 6, n: 48 })
    expect(metric?.readings.map(({ after, value, relativeChange }) => [after, value, relativeChange])).toEqual([
      [3, 4, -0.5],
      [6, 4, -0.5],
      [12, null, null],
    ])
  })

  test('falls back to the organization’s months while no record names any deployment, and says so', async () => {
    const cast = (await twoOrganizations()).victim
    await deploymentOf(cast)
    await incidents(cast, { '2025-10': 3 })
    const { outcome, current } = await read(cast)
    expect([outcome?.scope, current]).toEqual(['organization', null])
    expect(outcome?.result.metrics[0]?.baseline.value).toBe(3)
  })

  test('never takes records that name another deployment for this one’s', async () => {
    const { outcome } = await read(victim, { deployment: 'older' })
    expect(outcome?.scope).toBe('deployment')
    expect(outcome?.result.metrics.map(({ baseline }) => baseline.value)).toEqual([null, null, null, null])
  })

  test('an organization with nothing yet gets nothing invented', async () => {
    expect(await read(attacker)).toMatchObject({
      deployments: [],
      deployment: null,
      current: null,
      waiting: { drafts: 0, submitted: 0, approvals: [] },
      evidence: { expired: 0, expiring: 0, items: [] },
      outcome: null,
    })
  })

  test('another deployment is named by its slug', async () => {
    expect(await read(victim, { deployment: 'older' })).toMatchObject({ deployment: { slug: 'older' }, current: null })
  })
})

describe('GET /api/v1/orgs/{org}/overview', () => {
  const get = (call: object, url = '/') => callRoute(overview.GET, { url, params: { org: victim.org }, ...call })

  test('200 for every member, also by token; nothing beyond the schema leaves', async () => {
    const { status, body } = await get({ actor: victim.viewer })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain('latestOn')
    expect((await get({ token: await victim.token('viewer') })).status).toBe(200)
  })

  test('404 for an outsider and for an unknown deployment, 401 for nobody', async () => {
    expect((await get({ actor: attacker.admin })).status).toBe(404)
    expect((await get({ token: await attacker.token('admin') })).status).toBe(404)
    expect((await get({ actor: victim.viewer }, '/?deployment=none')).status).toBe(404)
    expect((await get({})).status).toBe(401)
  })
})
