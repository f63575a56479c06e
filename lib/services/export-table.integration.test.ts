import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { chunksOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { endedRun } from '@/lib/testing/runs'
import { exportTable } from './export-table'
import { importFindings } from './import-findings'
import { listAuditLog } from './list-audit-log'
import { TABLE_FILES } from './table-sources/registry'

let close: () => Promise<void>
let cast: Cast
let stranger: Cast
let run: string
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast, attacker: stranger } = await twoOrganizations())
  const connectionId = await connectionOf(cast)
  const names = Array.from({ length: 1200 }, (_, i) => `bucket-${String(i).padStart(4, '0')}`)
  const light = probe('light', { severity: 'low', title: '=HYPERLINK("x")' })
  const heavy = evaluated(
    probe('heavy'),
    names.map((name) => bucket(name)),
  )
  await recorded(cast, { connectionId }, heavy)
  await recorded(cast, { connectionId }, evaluated(light, [bucket('=cmd()'), bucket('say "no", twice')]))
  ;({ id: run } = await endedRun(cast, { name: 'a run' }))
})
afterAll(() => close())

async function bytesOf(table: string, format: string, filter: object = {}, actor = cast.viewer, org = cast.org) {
  const chunks: Uint8Array[] = []
  const { pieces } = await exportTable(actor, { org, table, format, filter })
  for await (const piece of pieces) chunks.push(typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece))
  return Buffer.concat(chunks)
}
const exported = async (format: string, filter: FindingFilter = {}) =>
  (await bytesOf('findings', format, { sort: 'severity', ...filter })).toString()

describe('findings', () => {
  test('every format holds each of them once, over any number of pages', async () => {
    const csv: Record<string, string>[] = parse(await exported('csv'), { columns: true })
    const json = JSON.parse(await exported('json'))
    const ocsf = JSON.parse(await exported('ocsf.json'))
    const ids = json.map((one: { id: string }) => one.id)
    expect(new Set(ids).size).toBe(1202)
    expect(csv.map(({ id }) => id)).toEqual(ids)
    expect(ocsf.map((one: { finding_info: { uid: string } }) => one.finding_info.uid)).toEqual(ids)
  })

  test('only what the filter leaves, and a formula as text, which JSON keeps raw', async () => {
    const rows: Record<string, string>[] = parse(await exported('csv', { check: 'light' }), { columns: true })
    expect(rows.map((row) => row['resource.name']).sort()).toEqual(["'=cmd()", 'say "no", twice'])
    expect(rows[0]?.title).toBe(`'=HYPERLINK("x")`)
    const [first] = JSON.parse(await exported('json', { check: 'light' }))
    expect(first).toMatchObject({ title: '=HYPERLINK("x")', capabilities: ['DAT-03', 'IAM-02'] })
  })

  test('nothing at all is still a whole file', async () => {
    const none = { check: 'nobody' }
    expect(JSON.parse(await exported('json', none))).toEqual([])
    expect(JSON.parse(await exported('ocsf.json', none))).toEqual([])
    expect(JSON.parse(await exported('sarif', none))).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] })
    expect(parse(await exported('csv', none))).toHaveLength(1)
  })

  test('a SARIF log holds those that stand in a file, and says how many stand in none', async () => {
    const record = { check_id: 'CKV_1', resource: 'aws_s3_bucket.x', file_path: '/s3 x.tf', file_line_range: [3, 9] }
    const file = JSON.stringify({ check_type: 'terraform', results: { failed_checks: [record] } })
    await importFindings(cast.admin, {
      org: cast.org,
      options: { fileName: 'checkov.json', dryRun: false },
      chunks: chunksOf(file),
    })
    const { results, tool, properties } = JSON.parse(await exported('sarif')).runs[0]
    expect(properties).toEqual({ findingsWithoutFile: 1202 })
    expect(tool.driver.rules).toMatchObject([{ id: 'CKV_1' }])
    expect(results).toMatchObject([
      {
        ruleId: 'CKV_1',
        level: 'warning',
        kind: 'fail',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 's3%20x.tf' }, region: { startLine: 3, endLine: 9 } } },
        ],
      },
    ])
    expect(results[0].partialFingerprints['proofline/v1']).toMatch(/^[0-9a-f]{64}$/)
  })
})

const named = TABLE_FILES.map((file) => [file, file.split('.')[0] ?? '', file.slice(file.indexOf('.') + 1)] as const)
const needs = (table: string): object =>
  table === 'run-units' ? { run } : table === 'findings' ? { sort: 'seen' } : {}

describe('every table', () => {
  test.each(named)('can be taken away: %s', async (_, table, format) => {
    const bytes = await bytesOf(table, format, needs(table), cast.admin)
    if (format === 'csv') expect(parse(bytes.toString()).length).toBeGreaterThan(0)
    else if (format === 'xlsx') expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    else expect(typeof JSON.parse(bytes.toString())).toBe('object')
    expect(bytes.toString()).not.toContain('undefined')
  })
  test.each(named)('another organization is refused before the first piece: %s', async (_, table, format) => {
    const work = exportTable(stranger.admin, { org: cast.org, table, format, filter: needs(table) })
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
  })
  test.each(['members', 'access-review', 'decisions', 'audit-log'])(
    'who may not read %s may not take it away',
    async (table) => {
      const work = exportTable(cast.viewer, { org: cast.org, table, format: 'json', filter: {} })
      await expect(work).rejects.toMatchObject({ code: 'forbidden' })
    },
  )
  test('the same rows as of the same instant give the same bytes', async () => {
    const now = new Date('2026-11-22T12:00:00Z')
    const files: Buffer[] = []
    for (const _ of [1, 2]) {
      const { pieces } = await exportTable(cast.viewer, {
        org: cast.org,
        table: 'checks',
        format: 'xlsx',
        filter: {},
        now,
      })
      const chunks: Uint8Array[] = []
      for await (const piece of pieces) chunks.push(Uint8Array.from(piece as Uint8Array))
      files.push(Buffer.concat(chunks))
    }
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true)
  })
  test('is an entry of the audit log, with what it was narrowed to', async () => {
    await bytesOf('incidents', 'json', { state: 'open' })
    const { items } = await listAuditLog(cast.admin, { org: cast.org, filter: {}, page: { limit: 1 } })
    expect(items[0]).toMatchObject({
      action: 'table.exported',
      detail: { table: 'incidents', format: 'json', state: 'open' },
    })
  })
  test('what is no table, and no format of it, is not found', async () => {
    for (const [table, format] of [
      ['nothing', 'csv'],
      ['incidents', 'sarif'],
      ['incidents', 'toString'],
    ] as const)
      await expect(exportTable(cast.admin, { org: cast.org, table, format, filter: {} })).rejects.toMatchObject({
        code: 'not-found',
      })
  })
})
