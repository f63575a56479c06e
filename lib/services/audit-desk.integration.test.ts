import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import type { AuditScope } from '@/lib/model/audit-scope'
import { draftOf } from '@/lib/testing/assessments'
import { engagementOf, scopedAuditor } from '@/lib/testing/audit-desk'
import { chunksOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, person, twoOrganizations } from '@/lib/testing/organizations'
import { judgedConnection } from '@/lib/testing/verdicts'
import { approveAssessment } from './approve-assessment'
import { endEngagement } from './end-engagement'
import { exportAuditDesk } from './export-audit-desk'
import { readDeskEvidence } from './read-desk-evidence'
import { submitAssessment } from './submit-assessment'
import { uploadEvidence } from './upload-evidence'
import { viewAuditDesk } from './view-audit-desk'
import { viewRequirement } from './view-requirement'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const scope = (asked: Partial<AuditScope> = {}): AuditScope => ({
  framework: 'proofline',
  period: YEAR,
  deploymentIds: [],
  ...asked,
})
const answer = { status: 'assessed', stage: 2, targetStage: 2, rationale: 'seen' } as const

/** An approved answer with a file, in a deployment of its own. */
async function answered(cast: Cast, slug: string, asOf = '2026-02-10', capability = 'POL-01') {
  const { id: deploymentId } = await deploymentOf(cast, { slug })
  const { id } = await draftOf(cast, { deploymentId, asOf, answers: [{ capability, ...answer, evidence: [] }] })
  const evidence = await uploadEvidence(cast.assessor, {
    ...{ org: cast.org, id, capability, mediaType: 'text/plain', content: chunksOf(`${slug} ${asOf}`) },
    file: { title: `Proof of ${slug}`, collectedOn: asOf, expiresOn: null },
  })
  await submitAssessment(cast.assessor, { org: cast.org, id })
  await approveAssessment(cast.secondAssessor, { org: cast.org, id })
  return { deploymentId, evidence: evidence.id }
}

const logged = (cast: Cast) =>
  forOrganizations([cast.organization.id], (tx) =>
    tx.auditEntry.findMany({
      where: { action: { startsWith: 'audit-desk.' } },
      select: { action: true, actorName: true, detail: true },
      orderBy: { seq: 'asc' },
    }),
  )

describe('the desk', () => {
  test('shows a requirement with its checks, their populations, answers and evidence in date', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { evidence } = await answered(cast, 'payments')
    await judgedConnection(cast, { name: 'Production' }, [
      { finishedAt: '2026-02-01T00:00:00Z', checkId: 'aws_iam_root_usage_90d', verdict: 'fail' },
    ])
    const where = { org: cast.org, scope: scope() }
    const seen = await viewRequirement(cast.viewer, { ...where, requirement: 'POL-01' })
    expect(seen).toMatchObject({ operation: { coverage: 'manual' }, answers: [{ evidence: [{ id: evidence }] }] })
    const { operations } = await viewAuditDesk(cast.viewer, where)
    const failed = operations.find(({ state }) => state === 'failed')?.requirement ?? ''
    const checked = await viewRequirement(cast.viewer, { ...where, requirement: failed })
    expect(checked.checks).toMatchObject([
      { id: 'aws_iam_root_usage_90d', population: { accounts: 1, held: 0, decided: 1, undecided: 0 } },
    ])
    await expect(viewRequirement(cast.viewer, { ...where, requirement: 'XX-99' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a view is in the log, once in ten minutes for the same person and the same scope; an export every time', async () => {
    const { attacker: cast } = await twoOrganizations()
    const at = (minute: number) => new Date(Date.now() + minute * 60_000)
    const view = (minute: number, asked = scope()) =>
      viewAuditDesk(cast.auditor, { org: cast.org, scope: asked, now: at(minute) })
    await view(0)
    await view(1)
    await view(1, scope({ framework: 'nist_csf_2_0' }))
    await view(60)
    await exportAuditDesk(cast.auditor, { org: cast.org, scope: scope() })
    await exportAuditDesk(cast.auditor, { org: cast.org, scope: scope() })
    expect((await logged(cast)).map(({ action }) => action)).toEqual([
      ...Array(3).fill('audit-desk.viewed'),
      ...Array(2).fill('audit-desk.exported'),
    ])
  })
})

describe('an auditor who was let in for a scope', () => {
  test('sees their deployment, and none of another: neither on the desk, nor in an export, nor by an evidence id', async () => {
    const { attacker: cast } = await twoOrganizations()
    const [own, other] = [await answered(cast, 'payments'), await answered(cast, 'branches')]
    await engagementOf(cast, { deploymentIds: [own.deploymentId] })
    const auditor = await scopedAuditor(cast)
    const at = (asked: Partial<AuditScope>) => ({ org: cast.org, scope: scope(asked) })
    const mine = at({ deploymentIds: [own.deploymentId] })
    const { answers } = await viewRequirement(auditor, { ...mine, requirement: 'POL-01' })
    expect(answers.map(({ deployment }) => deployment)).toEqual(['Deployment payments'])
    for (const beyond of [{}, { deploymentIds: [other.deploymentId] }]) {
      await expect(viewAuditDesk(auditor, at(beyond))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(exportAuditDesk(auditor, at(beyond))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(viewRequirement(auditor, { ...at(beyond), requirement: 'POL-01' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    const read = (id: string) => readDeskEvidence(auditor, { org: cast.org, id })
    expect((await read(own.evidence)).content.toString()).toBe('payments 2026-02-10')
    await expect(read(other.evidence)).rejects.toMatchObject({ code: 'not-found' })
    expect((await logged(cast)).at(-1)).toMatchObject({ action: 'audit-desk.evidence-read', actorName: 'Sina Scoped' })
  })

  test('reads no evidence of another period, of a capability outside the framework, of a draft, or after the end', async () => {
    const { attacker: cast } = await twoOrganizations()
    const old = await answered(cast, 'payments', '2024-06-30')
    const now = await answered(cast, 'branches')
    const { id: deploymentId } = await deploymentOf(cast, { slug: 'drafts' })
    const draft = await draftOf(cast, {
      deploymentId,
      asOf: '2026-03-01',
      answers: [{ capability: 'POL-01', ...answer, evidence: [] }],
    })
    const inDraft = await uploadEvidence(cast.assessor, {
      ...{ org: cast.org, id: draft.id, capability: 'POL-01', mediaType: 'text/plain', content: chunksOf('draft') },
      file: { title: 'Draft', collectedOn: '2026-03-01', expiresOn: null },
    })
    const grant = await engagementOf(cast)
    const auditor = await scopedAuditor(cast)
    const read = (id: string) => readDeskEvidence(auditor, { org: cast.org, id })
    for (const id of [old.evidence, inDraft.id]) await expect(read(id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await read(now.evidence)).evidence.id).toBe(now.evidence)
    await endEngagement(cast.admin, { org: cast.org, id: grant.id })
    await expect(read(now.evidence)).rejects.toMatchObject({ code: 'not-found' })
    await expect(viewAuditDesk(auditor, { org: cast.org, scope: scope() })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is a stranger once the membership has expired', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { userId } = await engagementOf(cast)
    await forOrganizations([cast.organization.id], (tx) =>
      tx.membership.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1000) } }),
    )
    const late = await person(`scoped@${cast.org}.example`, 'Sina Scoped')
    await expect(viewAuditDesk(late, { org: cast.org, scope: scope() })).rejects.toMatchObject({ code: 'not-found' })
  })
})
