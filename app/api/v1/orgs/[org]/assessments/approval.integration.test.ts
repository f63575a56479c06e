import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { Deployment } from '@/lib/model/deployment'
import { approveAssessment } from '@/lib/services/approve-assessment'
import { getAssessment } from '@/lib/services/get-assessment'
import { putAnswer } from '@/lib/services/put-answer'
import { submitAssessment } from '@/lib/services/submit-assessment'
import { approvedOf, draftOf, submittedOf } from '@/lib/testing/assessments'
import { auditOf } from '@/lib/testing/audit'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import * as links from './[id]/answers/[capability]/evidence/links/route'
import * as answer from './[id]/answers/[capability]/route'
import * as answers from './[id]/answers/route'
import * as approve from './[id]/approve/route'
import * as sendBack from './[id]/return/route'
import * as one from './[id]/route'
import * as submit from './[id]/submit/route'

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

const story = (more: object = {}) => ({ deploymentId: deployment.id, asOf: '2026-03-31', ...more })
const at = (id: string, actor: Actor, call: RouteCall = {}): RouteCall => ({
  actor,
  method: 'POST',
  params: { org: victim.org, id },
  ...call,
})

describe('submitting', () => {
  test('200: a draft with an answer waits for somebody else, and the log says who handed it over', async () => {
    const { id } = await draftOf(victim, story())
    const { status, body } = await callRoute(submit.POST, at(id, victim.assessor))
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'submitted', submittedBy: victim.assessor.name })
    expect(await auditOf(victim, id)).toEqual(['assessment.created', 'answers.written', 'assessment.submitted'])
  })

  test('409: not without an answer, and not twice', async () => {
    const empty = await draftOf(victim, story({ answers: [] }))
    expect(await callRoute(submit.POST, at(empty.id, victim.assessor))).toMatchObject({
      status: 409,
      body: { detail: 'Answer at least one capability before submitting the assessment.' },
    })
    const { id } = await submittedOf(victim, story())
    expect((await callRoute(submit.POST, at(id, victim.assessor))).status).toBe(409)
  })

  test('403 for a viewer, 404 for an outsider', async () => {
    const { id } = await draftOf(victim, story())
    expect((await callRoute(submit.POST, at(id, victim.viewer))).status).toBe(403)
    expect((await callRoute(submit.POST, at(id, attacker.admin))).status).toBe(404)
  })
})

describe('approving', () => {
  test('200: another person freezes what the engine says, with its versions', async () => {
    const { id } = await submittedOf(victim, story({ stage: 2 }))
    const before = await getAssessment(victim.viewer, { org: victim.org, id })
    const { status, body } = await callRoute(approve.POST, at(id, victim.secondAssessor))
    const approved = body as AssessmentDetail
    expect(status).toBe(200)
    expect(approved).toMatchObject({ state: 'approved', approvedBy: victim.secondAssessor.name })
    expect(approved.maturity).toMatchObject({ formula: 'maturity/1', framework: '0.1', asOf: '2026-03-31', stage: 2 })
    expect(approved.maturity).toEqual(before.maturity)
    expect(await auditOf(victim, id)).toContain('assessment.approved')
  })

  test('403: not the person who submitted it, whatever their role', async () => {
    const { id } = await draftOf(victim, story())
    await submitAssessment(victim.admin, { org: victim.org, id })
    expect(await callRoute(approve.POST, at(id, victim.admin))).toMatchObject({
      status: 403,
      body: { detail: 'You submitted this assessment; another person has to approve it.' },
    })
    const { approvalRefusal } = await getAssessment(victim.admin, { org: victim.org, id })
    expect(approvalRefusal).toBe('You submitted this assessment; another person has to approve it.')
    expect((await callRoute(approve.POST, at(id, victim.assessor))).status).toBe(200)
  })

  test('403: not a machine, not the operator, not a viewer', async () => {
    const { id } = await submittedOf(victim, story())
    const token = await victim.token('admin')
    expect(await callRoute(approve.POST, { ...at(id, victim.admin), actor: undefined, token })).toMatchObject({
      status: 403,
      body: { detail: 'Only a person can approve an assessment.' },
    })
    const operator: Actor = { ...victim.admin, kind: 'operator', userId: null, context: LOCAL_CONTEXT }
    await expect(approveAssessment(operator, { org: victim.org, id })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await callRoute(approve.POST, at(id, victim.viewer))).status).toBe(403)
    expect((await callRoute(approve.POST, at(id, attacker.admin))).status).toBe(404)
  })

  test('409: a draft and an approved assessment say why not', async () => {
    const draft = await draftOf(victim, story())
    expect(await callRoute(approve.POST, at(draft.id, victim.secondAssessor))).toMatchObject({
      status: 409,
      body: { detail: 'The assessment is a draft; it is approved after it was submitted.' },
    })
    const { id } = await approvedOf(victim, story())
    expect((await callRoute(approve.POST, at(id, victim.admin))).status).toBe(409)
  })

  test('of two people who approve at once, one does', async () => {
    const { id } = await submittedOf(victim, story())
    const both = await Promise.all([
      callRoute(approve.POST, at(id, victim.secondAssessor)),
      callRoute(approve.POST, at(id, victim.admin)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('an answer that races the approval is in the frozen result or refused, never lost between', async () => {
    for (const _ of [1, 2, 3]) {
      const { id } = await draftOf(victim, story({ stage: 1 }))
      const change = { status: 'assessed' as const, stage: 3 as const, targetStage: null, rationale: '' }
      const [written] = await Promise.allSettled([
        putAnswer(victim.assessor, { org: victim.org, id, capability: 'IAM-01', answer: change }),
        submitAssessment(victim.admin, { org: victim.org, id }),
      ])
      const { maturity } = await approveAssessment(victim.secondAssessor, { org: victim.org, id })
      const frozen = maturity.layers[0]?.capabilities.find((one) => one.capability === 'IAM-01')?.assessed
      expect(frozen).toBe(written?.status === 'fulfilled' ? 3 : 1)
    }
  })
})

describe('returning', () => {
  test('200: it is a draft again, says why, and needs a submission again', async () => {
    const { id } = await submittedOf(victim, story())
    const call = at(id, victim.secondAssessor, { body: { reason: 'IAM-03 has no evidence' } })
    expect((await callRoute(sendBack.POST, call)).body).toMatchObject({
      state: 'draft',
      returnedBecause: 'IAM-03 has no evidence',
      submittedBy: null,
    })
    expect((await callRoute(approve.POST, at(id, victim.admin))).status).toBe(409)
    expect((await callRoute(submit.POST, at(id, victim.assessor))).status).toBe(200)
  })

  test('422 without a reason, 409 out of turn, 403 for a viewer, 404 for an outsider', async () => {
    const { id } = await submittedOf(victim, story())
    const body = { reason: 'not yet' }
    expect((await callRoute(sendBack.POST, at(id, victim.admin, { body: { reason: '' } }))).status).toBe(422)
    expect((await callRoute(sendBack.POST, at(id, victim.viewer, { body }))).status).toBe(403)
    expect((await callRoute(sendBack.POST, at(id, attacker.admin, { body }))).status).toBe(404)
    const draft = await draftOf(victim, story())
    expect((await callRoute(sendBack.POST, at(draft.id, victim.admin, { body }))).status).toBe(409)
  })
})

describe('an approved assessment', () => {
  const given = { status: 'assessed', stage: 3, targetStage: null, rationale: '' }
  const link = { kind: 'link', title: 'late', url: 'https://example.org', collectedOn: '2026-03-01', expiresOn: null }

  test('409: refuses every write and says who approved it', async () => {
    const { id } = await approvedOf(victim, story())
    const place = { params: { org: victim.org, id, capability: 'IAM-01' } }
    const writes = [
      callRoute(one.PATCH, at(id, victim.admin, { method: 'PATCH', body: { name: 'other' } })),
      callRoute(one.DELETE, at(id, victim.admin, { method: 'DELETE' })),
      callRoute(answer.PUT, at(id, victim.admin, { method: 'PUT', body: given, ...place })),
      callRoute(answer.DELETE, at(id, victim.admin, { method: 'DELETE', ...place })),
      callRoute(
        answers.PUT,
        at(id, victim.admin, { method: 'PUT', body: { answers: [{ capability: 'IAM-01', ...given }] } }),
      ),
      callRoute(links.POST, at(id, victim.admin, { body: link, ...place })),
      callRoute(submit.POST, at(id, victim.admin)),
      callRoute(sendBack.POST, at(id, victim.admin, { body: { reason: 'changed my mind' } })),
    ]
    const refused = await Promise.all(writes)
    expect(refused.map(({ status }) => status)).toEqual(writes.map(() => 409))
    expect(refused[0]?.body).toMatchObject({ detail: expect.stringContaining(victim.secondAssessor.name) })
  })

  test('gives back what was frozen, whatever happens to its answers underneath', async () => {
    const { id, maturity } = await approvedOf(victim, story({ stage: 2 }))
    const organizationId = victim.organization.id
    await forOrganizations([organizationId], (tx) =>
      tx.answer.updateMany({ where: { organizationId, assessmentId: id }, data: { stage: 0 } }),
    )
    expect((await getAssessment(victim.viewer, { org: victim.org, id })).maturity).toEqual(maturity)
  })
})
