import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOrganizations } from '@/lib/db/read-scope'
import { standingReader } from '@/lib/db/repositories/standings'
import { capabilities } from '@/lib/framework/capabilities'
import { approvedOf } from '@/lib/testing/assessments'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { changeOf, planOf } from '@/lib/testing/terraform'
import { acceptPlan } from '../accept-plan'
import { exportTable } from '../export-table'
import { importAudits } from '../import-audits'
import { importFindings } from '../import-findings'
import { importIncidents } from '../import-incidents'
import { requestElevation } from '../request-elevation'

let close: () => Promise<void>
let cast: Cast
let assessment: string
let run: string
beforeAll(async () => {
  ;({ close } = await testDatabase())
  cast = (await twoOrganizations()).victim
  const { id: deploymentId, slug } = await deploymentOf(cast)
  ;({ id: assessment } = await approvedOf(cast, { deploymentId, asOf: '2026-03-31', stage: 2 }))
  const { org } = cast
  await importIncidents(cast.admin, {
    org,
    map: { externalId: 'id', detectedAt: 'seen', resolvedAt: 'fixed' },
    options: optionsOf({ deployment: slug }),
    chunks: chunksOf(csvText(['id', 'seen', 'fixed'], ['1', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'])),
  })
  await importAudits(cast.admin, {
    org,
    map: { externalId: 'id', auditedOn: 'on', passed: 'ok', assessed: 'all' },
    options: optionsOf({ deployment: slug }),
    chunks: chunksOf(csvText(['id', 'on', 'ok', 'all'], ['1', '2026-02-01', 8, 10])),
  })
  const failed = { check_id: 'CKV_1', resource: 'aws_s3_bucket.x', file_path: '/a.tf', file_line_range: [1, 2] }
  const file = JSON.stringify({ check_type: 'terraform', results: { failed_checks: [failed] } })
  await importFindings(cast.admin, { org, options: { fileName: 'c.json', dryRun: false }, chunks: chunksOf(file) })
  const plan = JSON.stringify(planOf([changeOf({ after: { bucket: 'data' } })]))
  const kept = { org, connection: 'payments', record: true, trigger: 'upload', gate: { allowUnknown: true } } as const
  const { recorded } = await acceptPlan(cast.assessor, { ...kept, chunks: chunksOf(plan) })
  run = recorded?.run ?? ''
  await requestElevation(cast.viewer, { org, request: { role: 'admin', hours: 1, reason: 'the other one is away' } })
})
afterAll(() => close())

async function rowsOf(table: string, filter: object = {}): Promise<Record<string, string>[]> {
  let text = ''
  const { pieces } = await exportTable(cast.admin, { org: cast.org, table, format: 'csv', filter })
  for await (const piece of pieces) text += String(piece)
  return parse(text, { columns: true })
}

describe('the rows of each table', () => {
  test.each([
    ['incidents', { externalId: '1', deployment: 'payments', occurredAt: '', resolvedAt: '2026-01-02T00:00:00.000Z' }],
    ['audits', { assessed: '10', passed: '8', failed: '2', deployment: 'payments' }],
    ['outcomes', { month: '2026-01', incidents: '1', 'timeToResolve.median': '24', 'timeToDetect.median': '' }],
    ['imports', { kind: 'audits', rows: '1', created: '1', undoneAt: '' }],
    ['deployments', { slug: 'payments' }],
    ['assessments', { state: 'approved', deployment: 'payments', answered: String(capabilities.length) }],
    ['finding-imports', { product: 'Checkov', records: '1', opened: '1' }],
    ['rule-mappings', { product: 'Checkov', rule: 'CKV_1', open: '1' }],
    ['resources', { connectionName: 'payments', type: 'terraform.bucket', name: 'aws_s3_bucket.a' }],
    ['runs', { connectionName: 'payments', state: 'done', trigger: 'upload' }],
    ['elevations', { state: 'requested', role: 'admin', hours: '1' }],
  ])('%s', async (table, first) => {
    expect((await rowsOf(table))[0]).toMatchObject(first)
  })
  test('verdicts: one a check and account, the same in pages of any size', async () => {
    const rows = await rowsOf('verdicts')
    expect(rows.map(({ checkId }) => checkId)).toContain('tf_plan_no_public_bucket')
    expect(new Set(rows.map(({ connectionName }) => connectionName))).toEqual(new Set(['payments']))
    const [one, ...more] = await rowsOf('verdicts', { check: 'tf_plan_no_public_bucket' })
    expect([one?.checkId, more]).toEqual(['tf_plan_no_public_bucket', []])
    const { id } = cast.organization
    const walked: string[] = []
    for (let cursor: string | undefined, at = 0; at < rows.length; at += 1) {
      const page = await readOrganizations([id], (tx) => standingReader(tx, id).page(null, { limit: 1, cursor }))
      walked.push(...page.items.map(({ checkId }) => checkId))
      cursor = page.nextCursor ?? undefined
    }
    expect(walked).toEqual(rows.map(({ checkId }) => checkId))
  })
  test('what a run read, operation by operation', async () => {
    const rows = await rowsOf('run-units', { run })
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row.run))).toEqual(new Set([run]))
    expect(rows.every((row) => row['coverage.operation'] !== '')).toBe(true)
  })
  test('answers: every capability of an assessment, or of all there are', async () => {
    const rows = await rowsOf('answers', { assessment })
    expect(rows).toEqual(await rowsOf('answers'))
    expect(new Set(rows.map((row) => row.capability_id)).size).toBe(rows.length)
    expect(rows[0]).toMatchObject({ org: cast.org, stage: '2', status: 'assessed', method: 'INTERVIEW', due: '' })
    expect(await rowsOf('answers', { state: 'draft' })).toEqual([])
  })
  test('maturity: the result that counts, layer by layer', async () => {
    const rows = await rowsOf('maturity', { deployment: 'payments' })
    expect(rows[0]).toMatchObject({ assessmentId: assessment, 'layer.id': 'IAM', 'layer.stage': '2', effective: '2' })
    expect(new Set(rows.map((row) => row['layer.id']))).toEqual(new Set(['IAM', 'NET', 'MON', 'POL', 'DAT']))
    expect(await rowsOf('maturity', { at: '2020-01-01' })).toEqual([])
  })
  test('resources of a connection that is not there are not found', async () => {
    await expect(rowsOf('resources', { connection: run })).rejects.toMatchObject({ code: 'not-found' })
  })
})
