import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import type { Assessment, AssessmentDetail } from '@/lib/model/assessment'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import type { Deployment } from '@/lib/model/deployment'
import { approvedOf, draftOf } from '@/lib/testing/assessments'
import { auditOf } from '@/lib/testing/audit'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import * as one from './[id]/route'
import * as list from './route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
let deployment: Deployment

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  deployment = await deploymentOf(victim)
})

afterAll(() => database.close())

const create = (call: RouteCall & { input?: object }) =>
  callRoute(list.POST, {
    actor: victim.assessor,
    method: 'POST',
    params: { org: victim.org },
    body: { deploymentId: deployment.id, name: 'Q3 payments', asOf: '2026-09-30', ...call.input },
    ...call,
  })

const at = (id: string, call: RouteCall = {}): RouteCall => ({
  actor: victim.assessor,
  params: { org: victim.org, id },
  ...call,
})

describe('POST /api/v1/orgs/{org}/assessments', () => {
  test('201: an assessor starts an empty draft of the current framework, and the log says who', async () => {
    const { status, body } = await create({})
    const draft = body as Assessment
    expect(status).toBe(201)
    expect(draft).toMatchObject({ state: 'draft', framework: '0.1', answered: 0, createdBy: victim.assessor.name })
    expect(await auditOf(victim, draft.id)).toEqual(['assessment.created'])
  })

  test('201: the same Idempotency-Key makes one draft', async () => {
    const headers = { 'idempotency-key': newId() }
    const [first, second] = [await create({ headers }), await create({ headers })]
    expect((second.body as Assessment).id).toBe((first.body as Assessment).id)
    expect(second.headers.get('idempotent-replay')).toBe('true')
  })

  test('201: copied from the latest approved one it holds its answers and only evidence that is still in date', async () => {
    const cast = (await twoOrganizations()).victim
    const { id: deploymentId } = await deploymentOf(cast)
    const link = { kind: 'link' as const, url: 'https://example.org/a', collectedOn: '2026-01-10' }
    const answers: NamedAnswer[] = [
      {
        capability: 'IAM-01',
        status: 'assessed',
        stage: 2,
        targetStage: 3,
        rationale: 'federated',
        evidence: [
          { ...link, title: 'lasting', expiresOn: null },
          { ...link, title: 'ends that day', expiresOn: '2026-06-30' },
          { ...link, title: 'ended the day before', expiresOn: '2026-06-29' },
        ],
      },
      { capability: 'NET-01', status: 'not_applicable', rationale: 'no network of our own', evidence: [] },
    ]
    await approvedOf(cast, { deploymentId, asOf: '2025-12-31', stage: 0 })
    await approvedOf(cast, { deploymentId, asOf: '2026-03-31', answers })
    const { status, body } = await callRoute(list.POST, {
      actor: cast.assessor,
      method: 'POST',
      params: { org: cast.org },
      body: { deploymentId, name: 'Q2', asOf: '2026-06-30', copyFrom: 'latest' },
    })
    const { id, answered } = body as Assessment
    expect([status, answered]).toEqual([201, 2])
    const copy = (await callRoute(one.GET, { actor: cast.viewer, params: { org: cast.org, id } }))
      .body as AssessmentDetail
    expect(copy.answers.map(({ capability, stage, targetStage }) => [capability, stage, targetStage])).toEqual([
      ['IAM-01', 2, 3],
      ['NET-01', null, null],
    ])
    expect(copy.answers[0]?.evidence.map(({ title }) => title)).toEqual(['lasting', 'ends that day'])
  })

  test('409: there is nothing to copy before anything was approved', async () => {
    const { status, body } = await create({ input: { copyFrom: 'latest' } })
    expect(status).toBe(409)
    expect(body).toMatchObject({ detail: 'The deployment has no approved assessment to copy from.' })
  })

  test('422: a day in the future and a missing name are named', async () => {
    expect(await create({ input: { asOf: '2999-01-01' } })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'asOf', reason: 'lies in the future' }] },
    })
    expect(await create({ input: { name: ' ' } })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'name' }] },
    })
  })

  test('404: an unknown deployment, and one of another organization, look the same', async () => {
    const foreign = await deploymentOf(attacker)
    const answers = [
      await create({ input: { deploymentId: foreign.id } }),
      await create({ input: { deploymentId: newId() } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })

  test('403: a viewer and an auditor start nothing', async () => {
    expect((await create({ actor: victim.viewer })).status).toBe(403)
    expect((await create({ actor: victim.auditor })).status).toBe(403)
  })

  test('404: an outsider learns nothing', async () => {
    expect((await create({ actor: attacker.admin })).status).toBe(404)
    expect((await create({ actor: undefined, token: await attacker.token('admin') })).status).toBe(404)
  })

  test('401: nobody at all', async () => {
    expect((await create({ actor: undefined })).status).toBe(401)
  })
})

describe('GET /api/v1/orgs/{org}/assessments', () => {
  const pageOf = async (cast: Cast, query: string) =>
    (await callRoute(list.GET, { actor: cast.viewer, url: `/?${query}`, params: { org: cast.org } })).body as {
      items: Assessment[]
      nextCursor: string | null
    }

  test('200: newest day first, page by page, each once', async () => {
    const cast = (await twoOrganizations()).victim
    const { id: deploymentId } = await deploymentOf(cast)
    const days = ['2026-03-31', '2026-06-30', '2026-06-30', '2025-12-31', '2026-09-30']
    for (const asOf of days) await draftOf(cast, { deploymentId, asOf, answers: [] })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: Assessment[]; nextCursor: string | null } = await pageOf(
        cast,
        `limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...page.items.map(({ asOf }) => asOf))
      cursor = page.nextCursor
    }
    expect(seen).toEqual([...days].sort().reverse())
  })

  test('200: filtered by state and by deployment', async () => {
    const cast = (await twoOrganizations()).victim
    const [payments, claims] = [await deploymentOf(cast), await deploymentOf(cast, { slug: 'claims' })]
    await approvedOf(cast, { deploymentId: payments.id, asOf: '2026-03-31' })
    await draftOf(cast, { deploymentId: claims.id, asOf: '2026-03-31' })
    expect((await pageOf(cast, 'state=approved')).items.map((item) => item.deploymentId)).toEqual([payments.id])
    expect((await pageOf(cast, 'deployment=claims')).items.map((item) => item.state)).toEqual(['draft'])
    expect((await pageOf(cast, 'deployment=claims&state=approved')).items).toEqual([])
  })

  test('422: a cursor that is not ours is named', async () => {
    const call = { actor: victim.viewer, url: '/?cursor=bm9uc2Vuc2U', params: { org: victim.org } }
    expect(await callRoute(list.GET, call)).toMatchObject({ status: 422, body: { problems: [{ field: 'cursor' }] } })
  })
})

describe('PATCH and DELETE /api/v1/orgs/{org}/assessments/{id}', () => {
  test('200: a draft is renamed and re-dated, and its deployment stays', async () => {
    const { id } = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    const call = at(id, { method: 'PATCH', body: { name: 'Renamed', asOf: '2026-04-01' } })
    expect((await callRoute(one.PATCH, call)).body).toMatchObject({ name: 'Renamed', asOf: '2026-04-01' })
    const refused = at(id, { method: 'PATCH', body: { deploymentId: newId() } })
    expect((await callRoute(one.PATCH, refused)).status).toBe(422)
  })

  test('204: a draft goes with its answers, and is not there afterwards', async () => {
    const { id } = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    expect((await callRoute(one.DELETE, at(id, { method: 'DELETE' }))).status).toBe(204)
    expect((await callRoute(one.GET, at(id))).status).toBe(404)
    expect(await auditOf(victim, id)).toContain('assessment.deleted')
  })

  test('404: an outsider neither reads, changes nor deletes it', async () => {
    const { id } = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    const out = (call: RouteCall = {}) => at(id, { actor: attacker.admin, ...call })
    expect((await callRoute(one.GET, out())).status).toBe(404)
    expect((await callRoute(one.PATCH, out({ method: 'PATCH', body: { name: 'Mine' } }))).status).toBe(404)
    expect((await callRoute(one.DELETE, out({ method: 'DELETE' }))).status).toBe(404)
    const own = { ...out(), params: { org: attacker.org, id } }
    expect((await callRoute(one.GET, own)).status).toBe(404)
    expect((await callRoute(one.GET, at(id))).status).toBe(200)
  })

  test('403: a viewer changes nothing', async () => {
    const { id } = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    const call = at(id, { actor: victim.viewer, method: 'DELETE' })
    expect((await callRoute(one.DELETE, call)).status).toBe(403)
  })
})
