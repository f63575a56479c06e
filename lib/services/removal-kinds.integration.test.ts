import { existsSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { packFiles } from '@/lib/db/pack-files'
import { forOrganizations, type Tx } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { RecordKind } from '@/lib/model/record-kind'
import { approvedOf, draftOf } from '@/lib/testing/assessments'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { approveAssessment } from './approve-assessment'
import { authorize } from './authorize'
import { countFindings } from './count-findings'
import { getAssessment } from './get-assessment'
import { planRemoval } from './plan-removal'
import { putRetentionRule } from './put-retention-rule'
import { readEvidence } from './read-evidence'
import { recordSnapshot } from './record-snapshot'
import { removeRecords } from './remove-records'
import { submitAssessment } from './submit-assessment'
import { uploadEvidence } from './upload-evidence'

const NOW = new Date('2026-11-22T12:00:00Z')
const DAYS = 400
const OLD = new Date('2025-06-01T10:00:00Z')
const RECENT = new Date('2026-10-01T10:00:00Z')

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  cast = (await twoOrganizations()).attacker
})

const within = <T>(work: (tx: Tx) => Promise<T>) => forOrganizations([cast.organization.id], work)

async function planned(kind: RecordKind) {
  await putRetentionRule(cast.admin, { org: cast.org, rule: { kind, keepDays: DAYS, reason: 'our policy' } })
  const removal = await planRemoval(cast.admin, { org: cast.org, now: NOW })
  const [report] = removal.report.kinds
  if (!report) throw new Error('nothing is reported')
  const agree = () => removeRecords(cast.admin, { org: cast.org, id: removal.id, digest: removal.digest, now: NOW })
  return { report, agree }
}

async function source(): Promise<string> {
  const id = newId()
  const settings = { kind: 'terraform' as const, workspace: id }
  const facts = { name: `plan ${id}`, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(cast.organization.id, ({ connections }) => connections.create(id, facts, 'Ada Admin'))
  return id
}

const thing = (id: string): AnyResource =>
  ({ type: 'test-thing', id, name: id, account: 'a', region: null, facts: {} }) as unknown as AnyResource

async function runOf(connectionId: string, at: Date, ...services: string[]) {
  const admitted = await authorize(cast.admin, cast.org, 'run:start')
  const parts = services.map((service) => ({
    scope: { account: 'a', region: null, service },
    resources: [thing(service)],
    coverage: [{ operation: 'test:Read', pages: 1, items: 1, error: null }],
  }))
  return recordSnapshot(cast.admin, { admitted, connectionId, trigger: 'upload', parts, at })
}

const snapshotPath = (sha256: string): string =>
  join(env().dataDir, 'snapshots', cast.organization.id, sha256.slice(0, 2), `${sha256}.json.gz`)

/** Files count as just kept for a few minutes, in which nobody removes them: these were kept long ago. */
async function aged(): Promise<void> {
  const root = join(env().dataDir, 'snapshots', cast.organization.id)
  for (const file of await readdir(root, { recursive: true }))
    if (file.endsWith('.gz')) await utimes(join(root, file), OLD, OLD)
}

test('snapshots lose their files but those that a kept run names, and keep their digests', async () => {
  const id = await source()
  const first = await runOf(id, OLD, 'shared', 'alone')
  await runOf(id, RECENT, 'shared')
  const unitsOf = () =>
    within((tx) => tx.runUnit.findMany({ where: { runId: first.runId }, orderBy: { service: 'asc' } }))
  const [alone, shared] = await unitsOf()
  await aged()
  const { report, agree } = await planned('snapshots')
  expect(report).toMatchObject({ records: 1, bytes: alone?.partBytes, oldest: '2025-06-01', needed: [] })
  expect((await agree()).state).toBe('done')
  const [manifest, gone, kept] = [first.snapshot ?? '', alone?.part ?? '', shared?.part ?? '']
  expect([manifest, gone, kept].map((sha256) => existsSync(snapshotPath(sha256)))).toEqual([false, false, true])
  expect((await unitsOf()).map(({ part }) => part)).toEqual([gone, kept])
})

test('the newest run of a connection keeps its snapshot however old it is, and its log goes', async () => {
  const { snapshot, runId } = await runOf(await source(), OLD, 'only')
  await aged()
  const { report, agree } = await planned('snapshots')
  expect([report.records, report.needed]).toEqual([
    0,
    [{ why: expect.stringMatching(/^of the newest run/), records: 1 }],
  ])
  expect((await agree()).state).toBe('done')
  expect(existsSync(snapshotPath(snapshot ?? ''))).toBe(true)
  await putRetentionRule(cast.admin, { org: cast.org, rule: { kind: 'snapshots', keepDays: null, reason: 'for good' } })
  const logs = await planned('run-logs')
  const lines = () => within((tx) => tx.runEvent.count({ where: { runId } }))
  expect(logs.report.records).toBe(await lines())
  await logs.agree()
  expect(await lines()).toBe(0)
})

test('resolved findings go with their history, and the counts follow; open ones stay', async () => {
  const connectionId = await connectionOf(cast)
  const check = probe(`check_${newId().slice(-6)}`)
  const at = OLD.toISOString()
  await recorded(cast, { connectionId, at }, evaluated(check, [bucket('a'), bucket('b')]))
  await recorded(
    cast,
    { connectionId, at: new Date(OLD.getTime() + 1000).toISOString() },
    evaluated(check, [bucket('a')]),
  )
  const counts = async () => {
    const { open, resolved } = await countFindings(cast.viewer, { org: cast.org })
    return { open, resolved }
  }
  expect(await counts()).toEqual({ open: 1, resolved: 1 })
  const { report, agree } = await planned('resolved-findings')
  expect(report.records).toBe(1)
  await agree()
  expect(await counts()).toEqual({ open: 1, resolved: 0 })
  const where = { organizationId: cast.organization.id }
  const [findings, events] = await within(async (tx) => [
    await tx.finding.count({ where }),
    await tx.findingEvent.groupBy({ by: ['findingId'], where }),
  ])
  expect([findings, (events as unknown[]).length]).toEqual([1, 1])
})

test('files of superseded assessments go once they expired, what they were stays, and the latest keeps its own', async () => {
  const { id: deploymentId } = await deploymentOf(cast)
  const ids: string[] = []
  for (const [asOf, expiresOn] of [
    ['2024-01-31', null],
    ['2024-03-31', '2026-06-30'],
    ['2024-06-30', null],
  ] as const) {
    const { id } = await draftOf(cast, { deploymentId, asOf })
    const chunks = (async function* () {
      yield new TextEncoder().encode(`proof of ${asOf}`)
    })()
    const { id: evidence } = await uploadEvidence(cast.assessor, {
      ...{ org: cast.org, id, capability: 'IAM-01', mediaType: 'text/plain' },
      file: { title: asOf, collectedOn: asOf, expiresOn },
      content: chunks,
    })
    ids.push(evidence)
    await submitAssessment(cast.assessor, { org: cast.org, id })
    await approveAssessment(cast.secondAssessor, { org: cast.org, id })
  }
  const { report, agree } = await planned('evidence')
  expect(report).toMatchObject({ records: 1, bytes: 'proof of 2024-01-31'.length, newest: '2024-01-31' })
  expect(report.needed).toEqual([{ why: 'of the latest approved assessment of a deployment', records: 1 }])
  await agree()
  const read = (id = '') => readEvidence(cast.viewer, { org: cast.org, id })
  await expect(read(ids[0])).rejects.toMatchObject({
    code: 'not-found',
    detail: expect.stringMatching(/retention rule/),
  })
  expect((await read(ids[1])).content.toString()).toBe('proof of 2024-03-31')
  expect((await read(ids[2])).content.toString()).toBe('proof of 2024-06-30')
})

test('a pack loses its file; what it was stays recorded', async () => {
  const id = newId()
  const days = { fromDay: OLD, toDay: OLD, asOf: OLD, createdAt: OLD, finishedAt: OLD }
  const facts = {
    framework: 'soc2',
    deploymentIds: [],
    sampling: {},
    requestedBy: 'Odo',
    sha256: 'a'.repeat(64),
    bytes: 4n,
  }
  await within((tx) =>
    tx.evidencePack.create({ data: { organizationId: cast.organization.id, id, state: 'done', ...days, ...facts } }),
  )
  const path = packFiles(cast.organization.id).pathOf(id)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'pack')
  const { report, agree } = await planned('packs')
  expect(report).toMatchObject({ records: 1, bytes: 4 })
  await agree()
  const row = await within((tx) => tx.evidencePack.findFirst({ where: { id } }))
  expect([existsSync(path), row?.removedAt !== null, row?.sha256]).toEqual([false, true, 'a'.repeat(64)])
})

test('an approved assessment reads as before when its files are gone', async () => {
  const { id: deploymentId } = await deploymentOf(cast)
  const { id } = await approvedOf(cast, { deploymentId, asOf: '2024-01-31' })
  const before = await getAssessment(cast.viewer, { org: cast.org, id })
  await (await planned('evidence')).agree()
  expect(await getAssessment(cast.viewer, { org: cast.org, id })).toEqual(before)
})
