import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { Deployment } from '@/lib/model/deployment'
import { getAssessment } from '@/lib/services/get-assessment'
import { draftOf, submittedOf } from '@/lib/testing/assessments'
import { auditOf } from '@/lib/testing/audit'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import * as answer from './[id]/answers/[capability]/route'
import * as answers from './[id]/answers/route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
let deployment: Deployment
let id: string

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  deployment = await deploymentOf(victim)
  id = (await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31', answers: [] })).id
})

afterAll(() => database.close())

const given = { status: 'assessed', stage: 2, targetStage: 3, rationale: 'all staff use FIDO2' }
const at = (capability: string, call: RouteCall = {}): RouteCall => ({
  actor: victim.assessor,
  method: 'PUT',
  params: { org: victim.org, id, capability },
  body: given,
  ...call,
})
const read = (): Promise<AssessmentDetail> => getAssessment(victim.viewer, { org: victim.org, id })

describe('PUT /answers/{capability}', () => {
  test('200: writes an answer, then another over it, and the result follows', async () => {
    expect(await callRoute(answer.PUT, at('IAM-02'))).toMatchObject({ status: 200, body: { ...given, evidence: [] } })
    const changed = { status: 'assessed', stage: 1, targetStage: null, rationale: '' }
    expect((await callRoute(answer.PUT, at('IAM-02', { body: changed }))).status).toBe(200)
    const { answers: kept, answered, maturity } = await read()
    expect(kept.filter(({ capability }) => capability === 'IAM-02')).toMatchObject([changed])
    expect(answered).toBe(kept.length)
    const own = maturity.layers[0]?.capabilities.find((one) => one.capability === 'IAM-02')
    expect(own).toMatchObject({ assessed: 1, effective: 1 })
  })

  test('422: a capability the framework does not have, and not applicable without a reason', async () => {
    expect(await callRoute(answer.PUT, at('IAM-99'))).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'capability', reason: 'framework 0.1 has no IAM-99' }] },
    })
    const silent = { status: 'not_applicable', rationale: '' }
    expect(await callRoute(answer.PUT, at('IAM-03', { body: silent }))).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'rationale', reason: 'say why it does not apply' }] },
    })
    expect((await callRoute(answer.PUT, at('IAM-03', { body: { ...given, stage: 4 } }))).status).toBe(422)
  })

  test('200: not applicable with a reason leaves the score', async () => {
    const body = { status: 'not_applicable', rationale: 'no workloads of our own' }
    expect((await callRoute(answer.PUT, at('IAM-03', { body }))).body).toMatchObject({ ...body, stage: null })
  })

  test('403 for a viewer, 404 for an outsider, 409 once it was submitted', async () => {
    expect((await callRoute(answer.PUT, at('IAM-02', { actor: victim.viewer }))).status).toBe(403)
    expect((await callRoute(answer.PUT, at('IAM-02', { actor: attacker.admin }))).status).toBe(404)
    const submitted = await submittedOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    const params = { org: victim.org, id: submitted.id, capability: 'IAM-02' }
    expect(await callRoute(answer.PUT, at('IAM-02', { params }))).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('waits for approval') },
    })
  })

  test('403: another site’s page cannot answer with the reader’s cookie', async () => {
    expect((await callRoute(answer.PUT, at('IAM-02', { headers: { 'sec-fetch-site': 'cross-site' } }))).status).toBe(
      403,
    )
  })
})

describe('DELETE /answers/{capability}', () => {
  test('204: the answer is taken back; a second time it is not there', async () => {
    await callRoute(answer.PUT, at('DAT-01'))
    const gone = () => callRoute(answer.DELETE, at('DAT-01', { method: 'DELETE', body: undefined }))
    expect((await gone()).status).toBe(204)
    expect((await read()).answers.map(({ capability }) => capability)).not.toContain('DAT-01')
    expect((await gone()).status).toBe(404)
    expect(await auditOf(victim, id)).toContain('answer.deleted')
  })
})

describe('PUT /answers', () => {
  const put = (rows: object[]) =>
    callRoute(answers.PUT, {
      actor: victim.assessor,
      method: 'PUT',
      params: { org: victim.org, id },
      body: { answers: rows },
    })
  const link = {
    kind: 'link',
    title: 'Policy',
    url: 'https://example.org/policy',
    collectedOn: '2026-02-01',
    expiresOn: null,
  }

  test('200: several at once with their links, over earlier ones', async () => {
    const rows = [
      { capability: 'MON-01', ...given, evidence: [link] },
      { capability: 'MON-02', status: 'not_applicable', rationale: 'outsourced' },
    ]
    expect((await put(rows)).status).toBe(200)
    const kept = (await read()).answers.filter(({ capability }) => capability.startsWith('MON'))
    expect(kept.map((one) => [one.capability, one.stage, one.evidence.length])).toEqual([
      ['MON-01', 2, 1],
      ['MON-02', null, 0],
    ])
  })

  test('422: one bad row, and nothing is written', async () => {
    const rows = [
      { capability: 'POL-01', ...given },
      { capability: 'POL-99', ...given },
      { capability: 'POL-01', ...given },
    ]
    expect(await put(rows)).toMatchObject({
      status: 422,
      body: {
        problems: [
          { field: 'answers.1.capability', reason: 'framework 0.1 has no POL-99' },
          { field: 'answers.2.capability', reason: 'names POL-01 a second time' },
        ],
      },
    })
    const late = [{ capability: 'POL-01', ...given, evidence: [{ ...link, expiresOn: '2026-01-01' }] }]
    expect(await put(late)).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'answers.0.evidence.0.expiresOn' }] },
    })
    expect((await read()).answers.map(({ capability }) => capability)).not.toContain('POL-01')
  })
})
