import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { PlanReport } from '@/lib/model/plan-report'
import { authorize } from '@/lib/services/authorize'
import { recordSnapshot } from '@/lib/services/record-snapshot'
import { readSnapshot, resourcesOf } from '@/lib/services/snapshot-parts'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { holdings } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { resourceOf } from '@/lib/testing/facts-of'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { connectionOf } from '@/lib/testing/runs'
import { changeOf, planOf, stateOf } from '@/lib/testing/terraform'
import { POST } from './route'

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

const handIn = (body: unknown, query = '', call: RouteCall = {}) =>
  callRoute(POST, { method: 'POST', url: `/${query}`, params: { org: cast.org }, actor: cast.assessor, body, ...call })
const reported = async (body: unknown, query = ''): Promise<PlanReport> => {
  const answer = await handIn(body, query)
  expect([answer.status, answer.body]).toEqual([200, expect.anything()])
  return answer.body as PlanReport
}
const verdictsOf = ({ verdicts }: PlanReport) => Object.fromEntries(verdicts.map((one) => [one.checkId, one.verdict]))

const block = (more: object = {}) =>
  changeOf({
    type: 'aws_s3_bucket_public_access_block',
    after: {
      bucket: 'data',
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
      ...more,
    },
  })
const bucket = changeOf({ after: { bucket: 'data' } })
const good = planOf([bucket, block()])
const bad = planOf([bucket, block({ block_public_policy: false })])

const kept = () =>
  forOrganization(cast.organization.id, async ({ connections, runList }) => ({
    connections: (await connections.page({ kind: 'terraform' }, { limit: 100 })).items.length,
    runs: (await runList.page({}, { limit: 100 })).items.length,
    ...(await holdings(cast.organization.id)),
  }))

describe('without being kept', () => {
  test('a plan is judged, the change of each layer is shown, and nothing is written', async () => {
    const before = await kept()
    const report = await reported(bad, '?dryRun=true&connection=unkept')
    expect(verdictsOf(report)).toEqual({
      tf_plan_no_public_bucket: 'fail',
      tf_plan_encryption_set: 'not_applicable',
      tf_plan_sg_no_world: 'not_applicable',
      tf_drift_ratio: 'unknown',
      tf_plan_checks_pass: 'not_applicable',
    })
    expect(report).toMatchObject({ kind: 'plan', workspace: 'unkept', resources: 2, recorded: null, gate: null })
    expect(report.failures).toMatchObject([{ resource: 'aws_s3_bucket.a', severity: 'high' }])
    expect(report.maturity.layers.map(({ layer }) => layer)).toEqual(['IAM', 'NET', 'MON', 'POL', 'DAT'])
    expect(await kept()).toEqual(before)
  })

  test('everybody who reads findings may ask, and only those who start runs may keep', async () => {
    expect((await handIn(good, '?dryRun=true', { actor: cast.viewer })).status).toBe(200)
    const before = await kept()
    expect((await handIn(good, '', { actor: cast.viewer })).status).toBe(403)
    expect(await kept()).toEqual(before)
  })

  test.each([
    ['', good, null],
    ['&failBelow=initial', good, 'passed'],
    ['&failBelow=initial', bad, 'failed'],
    ['&failOn=high', bad, 'failed'],
    ['&failOn=critical', bad, 'passed'],
    ['&failOn=high', planOf([bucket, block()], { errored: true }), 'undecided'],
    ['&failOn=high&allowUnknown=true', planOf([bucket, block()], { errored: true }), 'passed'],
  ])('the gate%s says %#', async (query, plan, outcome) => {
    const { gate } = await reported(plan, `?dryRun=true${query}`)
    expect(gate?.outcome ?? null).toBe(outcome)
  })

  test('the answer is SARIF or Markdown on request', async () => {
    const sarif = await handIn(bad, '?dryRun=true&format=sarif')
    expect(sarif.headers.get('content-type')).toContain('application/sarif+json')
    expect(JSON.parse(new TextDecoder().decode(sarif.bytes))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'tf_plan_no_public_bucket', level: 'error' }] }],
    })
    const markdown = await handIn(bad, '?dryRun=true&format=markdown')
    expect(new TextDecoder().decode(markdown.bytes)).toContain('`aws_s3_bucket.a`')
  })
})

describe('kept', () => {
  test('a plan becomes a run of a connection made on first use; the next one resolves what it mended', async () => {
    const first = await reported(bad, '?connection=payments')
    expect(first.recorded).toMatchObject({ totals: { findings: { opened: 1, resolved: 0 } } })
    const second = await reported(good, '?connection=payments')
    expect(second.recorded?.connectionId).toBe(first.recorded?.connectionId)
    expect(second.recorded).toMatchObject({ totals: { findings: { opened: 0, resolved: 1 } } })
    expect(second.maturity.replaces).toBe(first.recorded?.run)
  })

  test('the same plan twice is the same snapshot', async () => {
    const [one, two] = [await reported(good, '?connection=same'), await reported(good, '?connection=same')]
    expect(one.recorded?.snapshot).toBe(two.recorded?.snapshot)
  })

  test('what is marked sensitive is in no answer and no snapshot', async () => {
    const canary = 'canary-52e0'
    const hidden = changeOf({ after: { bucket: canary, policy: canary }, sensitive: { bucket: true, policy: true } })
    const database = changeOf({ type: 'aws_db_instance', after: { password: canary, storage_encrypted: false } })
    const plan = planOf([hidden, database], { variables: { p: { value: canary } } })
    const report = await reported(plan, '?connection=secrets')
    const { organization } = cast
    const snapshot = await readSnapshot(organization.id, report.recorded?.snapshot ?? '')
    const resources: AnyResource[] = []
    for await (const part of resourcesOf(organization.id, snapshot, 'secrets')) resources.push(...part)
    expect(resources.map(({ type }) => type)).toEqual(['terraform.bucket', 'terraform.store'])
    expect(JSON.stringify([report, snapshot, resources])).not.toContain(canary)
  })

  test('what lives is compared with the states of all workspaces', async () => {
    const arn = (name: string) => `arn:aws:s3:::${name}`
    const managed = (name: string) => ({
      address: `aws_s3_bucket.${name}`,
      mode: 'managed',
      type: 'aws_s3_bucket',
      values: { arn: arn(name), id: name },
    })
    const { id } = await connectionOf(cast, { name: 'Live' })
    const admitted = await authorize(cast.admin, cast.org, 'run:start')
    const live = ['one', 'two', 'three', 'four'].map((name) =>
      resourceOf('aws.s3.bucket', arn(name), {
        encryption: { value: null },
        block: { value: null },
        policy: { value: null },
        versioning: { value: null },
      }),
    )
    const scope = { account: '111122223333', region: null, service: 's3' }
    const coverage = [{ operation: 's3:ListBuckets', pages: 1, items: 4, error: null }]
    await recordSnapshot(cast.admin, {
      admitted,
      connectionId: id,
      trigger: 'person',
      parts: [{ scope, resources: live, coverage }],
    })
    await reported(stateOf([managed('one')]), '?connection=network')
    const report = await reported(stateOf([managed('two'), managed('three')]), '?connection=apps&dryRun=true')
    const drift = report.verdicts.find(({ checkId }) => checkId === 'tf_drift_ratio')
    expect(drift).toMatchObject({ verdict: 'fail', numerator: 3, denominator: 4 })
    expect(report.failures.map(({ resource }) => resource)).toEqual([arn('four')])
  })
})

describe('refused, with nothing written', () => {
  test.each([
    ['a plan cut off', JSON.stringify(bad).slice(0, -30), 422, 'ends too early'],
    ['a raw state', { version: 4, lineage: 'x' }, 422, 'terraform show -json'],
    ['text', 'hello', 422, 'not JSON'],
    ['an empty body', '', 422, 'empty'],
  ])('%s', async (_, body, status, reason) => {
    const before = await kept()
    const headers = { 'content-type': 'application/json' }
    const answer = await handIn(body, '?connection=never', { headers })
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(reason)])
    expect(await kept()).toEqual(before)
  })

  test('a connection of another kind, an unknown stage, another media type', async () => {
    await connectionOf(cast, { name: 'Cloud' })
    const before = await kept()
    expect((await handIn(good, '?connection=Cloud')).status).toBe(422)
    expect((await handIn(good, '?failBelow=best')).status).toBe(422)
    expect((await handIn('x', '', { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await handIn(good, '', { headers: { 'content-length': String(600 * 1024 ** 2) } })).status).toBe(413)
    expect(await kept()).toEqual(before)
  })
})
