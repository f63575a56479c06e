import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS } from '@/lib/checks/registry'
import { blobStore } from '@/lib/db/blobs'
import { packFiles } from '@/lib/db/pack-files'
import { forOrganizations } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { verifyPack } from '@/lib/evidence/verify-pack/verify-pack'
import { chunksOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { bucket, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { builtPack, evidenceOf, findingsOf, incidentsOf, packRequest, unzipped } from '@/lib/testing/packs'
import { judgedConnection } from '@/lib/testing/verdicts'
import { buildPack } from './build-pack'
import { cancelPack } from './cancel-pack'
import { getPack } from './get-pack'
import { publishKeys } from './publish-keys'
import { requestPack } from './request-pack'

const FILES = [
  { title: '../../etc/passwd', text: 'a policy\n'.repeat(400) },
  { title: 'Ärger & Söhne?.txt', text: 'another' },
  { title: 'Policy', text: 'third' },
  { title: 'POLICY', text: 'third' },
]

const [check] = CHECKS
const checkId = check?.id ?? ''

let database: TestDatabase
let cast: Cast
let other: Cast
let connectionId: string
beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker: cast, victim: other } = await twoOrganizations())
  await incidentsOf(cast, ['A-1', 'A-2', 'A-3'])
  await incidentsOf(other, ['SECRET-1'])
  await evidenceOf(cast, FILES)
  connectionId = await findingsOf(cast, 40)
  await judgedConnection(cast, { name: 'judged' }, [
    { finishedAt: '2026-08-01T00:00:00.000Z', checkId, verdict: 'pass' },
  ])
})
afterAll(() => database.close())

const built = (given: Parameters<typeof builtPack>[2] = {}) => builtPack(cast.auditor, cast.org, given)
/** As if the files of all packs so far had been removed. */
const withoutEarlier = () =>
  forOrganizations([cast.organization.id], (tx) =>
    tx.evidencePack.updateMany({ where: { organizationId: cast.organization.id }, data: { removedAt: new Date() } }),
  )
const rowsOf = (csv = '') => csv.split('\r\n').length - 2

describe('a pack', () => {
  test('is verified as whole and signed by a key that was published', async () => {
    const { pack, bytes } = await built()
    const report = await verifyPack(new Blob([bytes]), await publishKeys())
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ ok: true, verdict: 'verified', signer: { kid: pack.kid } })
    expect(report.files).toMatchObject({ listed: pack.contents?.length, unaltered: pack.contents?.length })
    expect(report.auditLog?.signedUpTo).toBe(report.auditLog?.to)
    expect(pack).toMatchObject({ state: 'done', bytes: bytes.length, error: null })
  })

  test('lists what the database holds, and says how it was asked', async () => {
    const files = await unzipped((await built()).bytes)
    expect(rowsOf(files.get('populations/incidents.csv'))).toBe(3)
    expect(files.get('populations/incidents.csv')).toContain(`'=cmd(`)
    expect(rowsOf(files.get('populations/findings.csv'))).toBe(40)
    expect(rowsOf(files.get('populations/evidence.csv'))).toBe(5)
    expect(rowsOf(files.get('populations/assessments.csv'))).toBe(1)
    expect(rowsOf(files.get('populations/members.csv'))).toBe(5)
    const query = JSON.parse(files.get('populations/findings.query.json') ?? '')
    expect(query).toMatchObject({ rows: 40, counted: 40, runBy: 'Odo Auditor' })
    expect(JSON.parse(files.get('findings/findings.ocsf.json') ?? '')).toHaveLength(40)
    expect(rowsOf(files.get('samples/findings.csv'))).toBe(25)
  })

  test('holds the files of approved answers under safe names, once each, and links without following them', async () => {
    const { bytes } = await built()
    const names = [...(await unzipped(bytes)).keys()].filter((name) => name.startsWith('evidence/'))
    expect(names.map((name) => name.replace(/[0-9a-f]{12}-/, '')).sort()).toEqual(
      [
        'evidence/IAM-01/Policy.txt',
        'evidence/IAM-01/Where-it-is.url.json',
        'evidence/IAM-01/etc-passwd.txt',
        'evidence/IAM-01/rger-So-hne-.txt',
      ]
        .map((name) => (name.includes('rger') ? 'evidence/IAM-01/A-rger-So-hne-.txt' : name))
        .sort(),
    )
  })

  test('shows what nobody looked at as missing', async () => {
    const files = await unzipped((await built()).bytes)
    const lines = files.get('index.csv')?.split('\r\n') ?? []
    const looked = lines.find((line) => line.includes(checkId)) ?? ''
    expect(looked).toContain('2026-Q1:missing 2026-Q2:missing 2026-Q3:held')
    expect(looked).toContain('check-verdicts:1')
    expect(files.get('gaps.csv')).toContain('missing-quarter')
    expect(files.get('README.md')).toContain('missing')
  })

  test('holds nothing of another organization', async () => {
    const whole = [...(await unzipped((await built()).bytes)).values()].join('\n')
    expect(whole).not.toContain('SECRET-1')
    expect(whole).not.toContain(other.organization.id)
    expect(whole).not.toContain(other.organization.name)
  })
})

describe('the same facts', () => {
  test('give the same bytes, also after other facts came, of which nothing was known then', async () => {
    const first = await built()
    await incidentsOf(cast, ['B-1'])
    await recorded(
      cast,
      { connectionId, at: new Date().toISOString() },
      evaluated(probe('test_bucket_closed'), [bucket('later')]),
    )
    const again = await built({ asOf: first.pack.asOf })
    const [one, two] = [await unzipped(first.bytes), await unzipped(again.bytes)]
    expect([...two].filter(([path, text]) => one.get(path) !== text).map(([path]) => path)).toEqual([])
    expect(again.pack.sha256).toBe(first.pack.sha256)
    expect(again.bytes.equals(first.bytes)).toBe(true)
  })

  test('give the same bytes whether or not files are taken from an earlier pack', async () => {
    const { pack } = await built()
    const again = await built({ asOf: pack.asOf })
    expect(again.pack.reusedBytes).toBeGreaterThan(3_000)
    await withoutEarlier()
    const alone = await built({ asOf: pack.asOf })
    expect(alone.pack.reusedBytes).toBe(0)
    expect(alone.pack.sha256).toBe(again.pack.sha256)
  })

  test('are not taken from an earlier pack whose file was altered', async () => {
    const first = await built()
    const path = packFiles(cast.organization.id).pathOf(first.pack.id)
    await writeFile(
      path,
      first.bytes.map((byte, i) => (i === 200 ? byte ^ 1 : byte)),
    )
    const again = await built({ asOf: first.pack.asOf })
    expect(again.pack.sha256).toBe(first.pack.sha256)
    await rm(path)
  })
})

const asked = async (given: Parameters<typeof packRequest>[0] = {}) => {
  const pack = await requestPack(cast.auditor, { org: cast.org, pack: packRequest(given), isBuiltHere: true })
  return { organizationId: pack.organizationId, packId: pack.id }
}

describe('a build', () => {
  test('is taken over from a builder that gave no more sign of life, and comes to the same bytes', async () => {
    const { pack } = await built()
    const job = await asked({ asOf: pack.asOf })
    const files = packFiles(job.organizationId)
    await forOrganization(job.organizationId, ({ evidencePacks }) => evidencePacks.take(job.packId, 'gone', 0))
    const { part, spool } = await files.begin(job.packId)
    await writeFile(part, 'half a')
    await writeFile(spool(), 'left behind')
    expect(await buildPack(job)).toBe('done')
    expect((await getPack(cast.auditor, { org: cast.org, id: job.packId })).sha256).toBe(pack.sha256)
  })

  test('of one pack is done by one of many', async () => {
    const job = await asked()
    const states = await Promise.all(Array.from({ length: 4 }, () => buildPack(job)))
    expect(states.toSorted()).toEqual(['building', 'building', 'building', 'done'])
  })

  test('that is told to stop gives the pack back for others', async () => {
    const job = await asked()
    const stopping = new AbortController()
    const building = buildPack({ ...job, signal: stopping.signal })
    stopping.abort()
    expect(await building).toBe('queued')
    expect(await buildPack(job)).toBe('done')
  })

  test('of a cancelled pack ends and leaves no file', async () => {
    const job = await asked()
    const building = buildPack(job)
    await cancelPack(cast.auditor, { org: cast.org, id: job.packId })
    expect(await building).toBe('cancelled')
    expect(await packFiles(job.organizationId).kept()).not.toContain(job.packId)
    expect(await buildPack(job)).toBe('cancelled')
    await cancelPack(cast.auditor, { org: cast.org, id: job.packId })
  })

  test('goes on without a file that a retention rule removed, and lists when that was', async () => {
    const sha256 = createHash('sha256').update('another').digest('hex')
    const removed = (removedAt: Date | null) =>
      forOrganizations([cast.organization.id], (tx) =>
        tx.evidence.updateMany({ where: { sha256 }, data: { removedAt } }),
      )
    await removed(new Date('2026-11-01T00:00:00Z'))
    const files = await unzipped((await built()).bytes)
    await removed(null)
    expect([...files.values()]).not.toContain('another')
    expect(files.get('populations/evidence.csv')).toContain(`2026-11-01T00:00:00.000Z`)
  })

  test('fails in words when a file of evidence was altered', async () => {
    const job = await asked()
    await withoutEarlier()
    const blobs = blobStore(job.organizationId)
    await blobs.remove(createHash('sha256').update('another').digest('hex'))
    expect(await buildPack(job)).toBe('failed')
    const { error } = await getPack(cast.auditor, { org: cast.org, id: job.packId })
    expect(error).toContain('no longer matches the SHA-256')
    await blobs.keep(await blobs.receive(chunksOf('another'), 100_000))
  })
})
