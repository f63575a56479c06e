import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { chunksOf, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { resultsDocument } from '@/lib/testing/oscal-documents'
import { importAudits } from './import-audits'
import { importFindings } from './import-findings'
import { listAudits } from './list-audits'
import { listFindings } from './list-findings'
import { undoImport } from './undo-import'

beforeAll(async () => (await testDatabase()).close)

const EXAMPLE = new URL(
  '../../../shared/schemas/oscal/nist-examples/ifa_assessment-results-example.json',
  import.meta.url,
)
const textOf = (document: object | string) => (typeof document === 'string' ? document : JSON.stringify(document))
const audits = ({ assessor, org }: Cast, document: object | string) =>
  importAudits(assessor, { org, options: optionsOf({ source: 'OSCAL' }), chunks: chunksOf(textOf(document)) })
const findings = ({ assessor, org }: Cast, document: object | string) =>
  importFindings(assessor, { org, options: { fileName: 'ar.json', dryRun: false }, chunks: chunksOf(textOf(document)) })
const auditsOf = async ({ viewer, org }: Cast) =>
  (await listAudits(viewer, { org, filter: {}, page: { limit: 9 } })).items
const openOf = async ({ viewer, org }: Cast) =>
  (await listFindings(viewer, { org, filter: { state: 'open' }, sort: 'severity', page: { limit: 9 } })).items

describe('as audits', () => {
  test('a result becomes one audit of the controls it judged, once however often it comes, and can be undone', async () => {
    const { attacker: cast } = await twoOrganizations()
    const report = await audits(cast, resultsDocument())
    expect(report).toMatchObject({ rows: 1, created: 1, months: ['2025-11'] })
    expect(await auditsOf(cast)).toMatchObject([
      { framework: 'Zero trust 2025', auditedOn: '2025-11-21', assessed: 3, passed: 1, failed: 2, notApplicable: 0 },
    ])
    expect(await audits(cast, resultsDocument())).toMatchObject({ created: 0, unchanged: 1 })
    const satisfied = resultsDocument([{ target: 'iam-02_obj', state: 'satisfied' }])
    const corrected = await audits(cast, satisfied)
    expect(corrected).toMatchObject({ updated: 1 })
    expect(await auditsOf(cast)).toMatchObject([{ assessed: 1, passed: 1, failed: 0 }])
    for (const { batchId } of [corrected, report]) await undoImport(cast.assessor, { org: cast.org, id: batchId ?? '' })
    expect(await auditsOf(cast)).toEqual([])
  })

  test('a control fails when any part of it does, and a result without a finding says nothing', async () => {
    const { attacker: cast } = await twoOrganizations()
    const parts = resultsDocument([
      { target: 'ac-2_smt.a', state: 'satisfied' },
      { target: 'ac-2_smt.b', state: 'not-satisfied' },
    ])
    await audits(cast, parts)
    expect(await auditsOf(cast)).toMatchObject([{ assessed: 1, passed: 0, failed: 1 }])
    const before = await holdings(cast.organization.id)
    const silent = structuredClone(resultsDocument()) as { 'assessment-results': { results: { findings?: object }[] } }
    delete silent['assessment-results'].results[0]?.findings
    await expect(audits(cast, silent)).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ row: 1, field: 'findings' }],
    })
    await expect(audits(cast, textOf(resultsDocument()).replace('1.1.2', '9.9.9'))).rejects.toMatchObject({
      problems: [{ field: 'assessment-results.metadata.oscal-version' }],
    })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('a CSV file still needs its map', async () => {
    const { attacker: cast } = await twoOrganizations()
    await expect(audits(cast, 'ref,day\n1,2025-01-01\n')).rejects.toMatchObject({ problems: [{ field: 'map' }] })
  })
})

describe('as findings', () => {
  test('what is not satisfied is found, mapped by our ids or by SP 800-53, and resolved by a later result', async () => {
    const { attacker: cast } = await twoOrganizations()
    expect(await findings(cast, resultsDocument())).toMatchObject({
      format: 'oscal',
      product: 'OSCAL',
      records: 3,
      mapped: 2,
      unmapped: 0,
      opened: 2,
      notFindings: { pass: 1 },
      assumptions: { severity: 3 },
    })
    const open = await openOf(cast)
    expect(open.map(({ checkId }) => checkId).sort()).toEqual(['ac-6.1', 'iam-02'])
    expect(open.find(({ checkId }) => checkId === 'iam-02')?.capabilities).toEqual(['IAM-02'])
    const later = resultsDocument([{ target: 'iam-02_obj', state: 'satisfied' }])
    expect(await findings(cast, later)).toMatchObject({ resolved: 1, opened: 0 })
    expect((await openOf(cast)).map(({ checkId }) => checkId)).toEqual(['ac-6.1'])
  })

  test('a document that is not whole is refused whole, with the place of every fault', async () => {
    const { attacker: cast } = await twoOrganizations()
    const wrong = textOf(resultsDocument()).replace('"iam-03_smt"', '"IAM-03_smt"')
    await expect(findings(cast, wrong)).rejects.toMatchObject({
      code: 'invalid',
      problems: [
        {
          field: 'assessment-results.results[0].findings[2].target.target-id',
          reason: 'names IAM-03, and the catalog writes iam-03',
        },
      ],
    })
    const twice = textOf(resultsDocument()).replace('"import-ap":', '"import-ap":{"href":"a"},"import-ap":')
    await expect(findings(cast, twice)).rejects.toMatchObject({
      problems: [{ field: 'assessment-results.import-ap', reason: 'is named twice' }],
    })
    await expect(findings(cast, { catalog: {} })).rejects.toMatchObject({ code: 'invalid' })
    expect(await openOf(cast)).toEqual([])
  })
})

// NIST's own example is not ours to copy; where it lies beside the project it has to come in both ways.
if (existsSync(EXAMPLE)) {
  const example = readFileSync(EXAMPLE, 'utf8')
  test('NIST’s example comes in as one audit and one finding', async () => {
    const { attacker: cast } = await twoOrganizations()
    await audits(cast, example)
    expect(await auditsOf(cast)).toMatchObject([
      {
        framework: 'IFA GoodRead Continous Monitoring Results June 2023',
        auditedOn: '2023-06-02',
        assessed: 1,
        failed: 1,
      },
    ])
    expect(await findings(cast, example)).toMatchObject({ records: 1, mapped: 1, opened: 1, rejected: 0 })
    expect((await openOf(cast))[0]).toMatchObject({ checkId: 'ac-6.1' })
  })
}
