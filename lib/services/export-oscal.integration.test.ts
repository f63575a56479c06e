import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS } from '@/lib/checks/registry'
import { sha256 } from '@/lib/db/sha256'
import { forOrganization } from '@/lib/db/store'
import { walkOscal } from '@/lib/evidence/oscal/walk-oscal'
import { capabilities } from '@/lib/framework/capabilities'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { OscalModel } from '@/lib/model/oscal-export'
import { approvedOf, draftOf } from '@/lib/testing/assessments'
import { auditOf } from '@/lib/testing/audit'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { bucket, evaluated, recorded } from '@/lib/testing/findings'
import { importedFramework } from '@/lib/testing/imported-framework'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { hasOscalSchema, oscalSchemaFaults } from '@/lib/testing/oscal-schema'
import { endedRun } from '@/lib/testing/runs'
import { exportOscal } from './export-oscal'
import { oscalDocuments } from './oscal-documents'
import { uploadEvidence } from './upload-evidence'

let db: TestDatabase
let victim: Cast
let attacker: Cast
let ids: { assessment: string; run: string; deployment: string; empty: string }

const [check] = CHECKS
if (!check) throw new Error('there are checks')
const AT = '2026-03-01T00:00:00.000Z'

beforeAll(async () => {
  db = await testDatabase()
  const both = await twoOrganizations()
  victim = both.victim
  attacker = both.attacker
  const deployment = await deploymentOf(victim)
  const answers = capabilities.slice(0, 6).map(({ id }, i) => ({
    capability: id,
    status: 'assessed' as const,
    stage: 1 as const,
    targetStage: i % 2 === 0 ? (2 as const) : (1 as const),
    rationale: 'Seen.',
    evidence: [],
  }))
  const story = { deploymentId: deployment.id, asOf: '2026-03-02', answers }
  const empty = await draftOf(victim, { ...story, answers: [], name: 'Nothing yet' })
  const assessment = (await approvedOf(victim, story)).id
  const { id: run, connectionId } = await endedRun(victim, { state: 'done' })
  const verdict = { checkId: check.id, account: '111111111111', verdict: 'fail' as const, undecided: 0, gaps: [] }
  await forOrganization(victim.organization.id, ({ checkVerdicts }) =>
    checkVerdicts.add(run, [{ ...verdict, numerator: 0, denominator: 2, factsAt: new Date().toISOString() }]),
  )
  await recorded(victim, { connectionId, runId: run, at: AT }, evaluated(check, [bucket('one'), bucket('two')]))
  ids = { assessment, run, deployment: deployment.id, empty: empty.id }
})
afterAll(() => db.close())

const textOf = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const exported = async (model: OscalModel, more: object = {}, { auditor, org }: Cast = victim) =>
  textOf((await exportOscal(auditor, { org, model, ...more })).pieces)

const expectGood = (text: string) => {
  const document = JSON.parse(text) as object
  expect(walkOscal(document)).toEqual([])
  if (hasOscalSchema) expect(oscalSchemaFaults(document)).toEqual([])
}

describe('an exported OSCAL document', () => {
  test.each<[OscalModel, () => object]>([
    ['catalog', () => ({})],
    ['component-definition', () => ({})],
    ['mapping', () => ({})],
    ['mapping', () => ({ framework: 'soc2_tsc_2017_rev2022' })],
    ['assessment-plan', () => ({ assessment: ids.assessment })],
    ['assessment-results', () => ({ assessment: ids.assessment })],
    ['assessment-results', () => ({ assessment: ids.assessment, framework: 'nist_800_53_r5' })],
    ['assessment-results', () => ({ assessment: ids.empty })],
    ['assessment-plan', () => ({ run: ids.run })],
    ['assessment-results', () => ({ run: ids.run })],
    ['poam', () => ({ assessment: ids.assessment })],
  ])('%s holds together, is valid and the same when it is exported again', async (model, asked) => {
    const text = await exported(model, asked())
    expectGood(text)
    expect(await exported(model, asked())).toBe(text)
  })

  test('results of a run hold every resource that failed, and import the very plan that is exported beside', async () => {
    const text = await exported('assessment-results', { run: ids.run })
    expect(text).toContain('arn:aws:s3:::one')
    expect(text).toContain('arn:aws:s3:::two')
    expect(text).toContain(sha256(await exported('assessment-plan', { run: ids.run })))
    expect(text).toContain(sha256(await exported('catalog')))
  })

  test('of an own framework is its catalog, and a mapping where it has one', async () => {
    const { slug } = await importedFramework(victim)
    const framework = `custom:${slug}`
    const catalog = await exported('catalog', { framework })
    expectGood(catalog)
    expect(catalog).toContain('"id":"ac-2.1"')
    expectGood(await exported('mapping', { framework }))
  })

  test('is an entry of the audit log', async () => {
    await exported('poam', { assessment: ids.assessment })
    expect(await auditOf(victim, ids.assessment)).toContain('oscal.exported')
  })

  test('carries evidence by its hash', async () => {
    const { id } = await draftOf(victim, { deploymentId: ids.deployment, asOf: '2026-03-03', name: 'With a file' })
    const content = 'kept'
    await uploadEvidence(victim.assessor, {
      org: victim.org,
      id,
      capability: 'IAM-01',
      file: { title: 'Kept', collectedOn: '2026-03-01', expiresOn: null },
      mediaType: 'text/plain',
      content: (async function* () {
        yield new TextEncoder().encode(content)
      })(),
    })
    const text = await exported('assessment-results', { assessment: id })
    expectGood(text)
    expect(text).toContain(sha256(content))
  })
})

describe('an OSCAL export is refused', () => {
  test.each<[string, OscalModel, () => object, string]>([
    ['without a subject', 'assessment-results', () => ({}), 'invalid'],
    ['of two subjects', 'assessment-plan', () => ({ run: ids.run, assessment: ids.assessment }), 'invalid'],
    ['of a run as a plan of action', 'poam', () => ({ run: ids.run }), 'invalid'],
    ['of an assessment as a catalog', 'catalog', () => ({ assessment: ids.assessment }), 'invalid'],
    ['of a publisher’s catalog', 'catalog', () => ({ framework: 'pci_dss_4_0' }), 'invalid'],
    ['without a gap', 'poam', () => ({ assessment: ids.empty }), 'conflict'],
    ['mapped to itself', 'mapping', () => ({ framework: 'proofline' }), 'conflict'],
    ['of a framework there is not', 'mapping', () => ({ framework: 'custom:none' }), 'not-found'],
    ['of a run there is not', 'assessment-results', () => ({ run: ids.assessment }), 'not-found'],
  ])('%s', async (_, model, asked, code) => {
    await expect(exported(model, asked())).rejects.toMatchObject({ code })
  })

  test('to another organization, as if nothing were there', async () => {
    const foreign = { assessment: ids.assessment }
    await expect(exported('poam', foreign, attacker)).rejects.toMatchObject({ code: 'not-found' })
    await expect(exported('assessment-results', { run: ids.run }, attacker)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('of a run that reached no verdicts', async () => {
    const { id } = await endedRun(victim, { name: 'Cancelled', state: 'cancelled' })
    await expect(exported('assessment-results', { run: id })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the documents of a scope', () => {
  const year = { from: '2026-01-01', to: new Date().toISOString().slice(0, 10) }
  const asOf = new Date(Date.now() + 60_000).toISOString()
  const documents = (scope: Partial<AuditScope> = {}) =>
    forOrganization(victim.organization.id, async (store) => {
      const found = new Map<string, string>()
      const asked = { framework: 'soc2_tsc_2017_rev2022', period: year, deploymentIds: [ids.deployment], ...scope }
      for await (const document of oscalDocuments(store, { scope: asked, asOf }))
        found.set(document.name, 'absent' in document ? `absent: ${document.absent}` : await textOf(document.pieces))
      return found
    })

  test('hold together, name the assessment and the run, and are the same again', async () => {
    const found = await documents()
    expect([...found.keys()]).toEqual([
      ...['catalog', 'component-definition', 'mapping', 'assessment-plan', 'assessment-results', 'poam'],
    ])
    for (const text of found.values()) expectGood(text)
    expect(found.get('assessment-results')).toContain(ids.assessment)
    expect(found.get('assessment-results')).toContain(ids.run)
    expect(await documents()).toEqual(found)
  })

  test('say what there is not: results of a time in which nobody looked, a mapping to itself', async () => {
    const found = await documents({ framework: 'proofline', period: { from: '2020-01-01', to: '2020-03-31' } })
    expect(found.get('mapping')).toMatch(/^absent: /)
    expect(found.get('assessment-plan')).toMatch(/^absent: /)
    expect(found.get('assessment-results')).toMatch(/^absent: /)
    expectGood(found.get('poam') ?? '')
  })
})
