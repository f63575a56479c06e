import { beforeAll, expect, test } from 'vitest'
import { capabilities } from '@/lib/framework/capabilities'
import type { OscalModel } from '@/lib/model/oscal-export'
import { approvedOf } from '@/lib/testing/assessments'
import { chunksOf, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { importedFramework } from '@/lib/testing/imported-framework'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { profileDocument } from '@/lib/testing/oscal-documents'
import { exportOscal } from './export-oscal'
import { importAudits } from './import-audits'
import { importFindings } from './import-findings'
import { listAudits } from './list-audits'
import { listFindings } from './list-findings'
import { mapCustomRequirement } from './map-custom-requirement'

let giver: Cast
let taker: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  ;({ victim: giver, attacker: taker } = await twoOrganizations())
  return close
})

async function exported(model: OscalModel, more: object = {}): Promise<string> {
  let text = ''
  for await (const piece of (await exportOscal(giver.auditor, { org: giver.org, model, ...more })).pieces) text += piece
  return text
}

test('an assessment exported by one organization comes in at another: what is below target is a finding, what nobody answered is neither that nor a pass', async () => {
  const { id: deploymentId } = await deploymentOf(giver)
  const answers = capabilities.slice(0, 4).map(({ id }, i) => ({
    capability: id,
    status: 'assessed' as const,
    stage: 1 as const,
    targetStage: i < 2 ? (3 as const) : (1 as const),
    rationale: 'Seen.',
    evidence: [],
  }))
  const { id: assessment } = await approvedOf(giver, { deploymentId, asOf: '2026-03-02', answers })
  const text = await exported('assessment-results', { assessment })
  const { assessor, viewer, org } = taker
  const options = { fileName: 'ar.json', dryRun: false }
  const report = await importFindings(assessor, { org, options, chunks: chunksOf(text) })
  expect(report).toMatchObject({
    mapped: 2,
    unmapped: 0,
    opened: 2,
    rejected: 0,
    notFindings: { pass: 2, not_assessed: 35 },
  })
  const page = { filter: {}, sort: 'severity' as const, page: { limit: 9 } }
  const { items } = await listFindings(viewer, { org, ...page })
  expect(items.map((one) => one.capabilities[0]).sort()).toEqual(capabilities.slice(0, 2).map(({ id }) => id))
  const audits = await importAudits(assessor, { org, options: optionsOf({ source: 'OSCAL' }), chunks: chunksOf(text) })
  expect(audits).toMatchObject({ created: 1, rejected: 0 })
  const listed = await listAudits(viewer, { org, filter: {}, page: { limit: 9 } })
  expect(listed.items).toMatchObject([{ assessed: 4, passed: 2, failed: 2 }])
})

test('an own framework exported as a catalog comes in with what it was mapped to', async () => {
  const { id } = await importedFramework(giver, { slug: 'given' })
  const change = { requirement: 'x-2', capabilities: ['IAM-01', 'NET-01'] }
  await mapCustomRequirement(giver.assessor, { org: giver.org, id, change })
  const document = JSON.parse(await exported('catalog', { framework: 'custom:given' })) as object
  const taken = await importedFramework(taker, { slug: 'taken', document })
  expect(taken.content.requirements.map((one) => one.id)).toEqual(['ac-2', 'ac-2.1', 'x-1', 'x-2'])
  expect(taken.mapping.find((one) => one.requirement === 'x-2')?.capabilities.map((one) => one.id)).toEqual([
    'IAM-01',
    'NET-01',
  ])
})

test('a profile may name our catalog by the uuid it is exported with', async () => {
  const { catalog } = JSON.parse(await exported('catalog', { framework: 'proofline' })) as { catalog: { uuid: string } }
  const include = { href: `#${catalog.uuid}`, 'include-controls': [{ 'with-ids': ['iam-02'] }] }
  const { mapping } = await importedFramework(taker, { slug: 'by-uuid', document: profileDocument(include) })
  expect(mapping).toEqual([{ requirement: 'iam-02', capabilities: [{ id: 'IAM-02', label: 'own' }] }])
})
