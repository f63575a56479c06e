import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { importIncidents } from './import-incidents'
import { listIncidents } from './list-incidents'
import { listMonthlyMetrics } from './list-monthly-metrics'

const HEADER = ['id', 'title', 'severity', 'began', 'seen', 'fixed']
const MAP = {
  externalId: 'id',
  title: 'title',
  severity: 'severity',
  occurredAt: 'began',
  detectedAt: 'seen',
  resolvedAt: 'fixed',
}
const JANUARY = ['A-1', 'Phish', 'High', '2025-01-03 08:00', '2025-01-03 10:00', '2025-01-03 15:00']
const FEBRUARY = ['A-2', 'Leak', 'low', '?', '2025-02-11T09:00:00Z', 'N/A']

type Given = Partial<Parameters<typeof optionsOf>[0]> & { rows: readonly (readonly string[])[] }

const importRows = (actor: Actor, { org }: Cast, { rows, ...options }: Given) =>
  importIncidents(actor, { org, map: MAP, options: optionsOf(options), chunks: chunksOf(csvText(HEADER, ...rows)) })

const all = async ({ viewer, org }: Cast) =>
  (await listIncidents(viewer, { org, filter: {}, page: { limit: 200 } })).items

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

beforeAll(async () => (await testDatabase()).close)

describe('importIncidents', () => {
  test('stores each incident once however often the file comes', async () => {
    const { attacker: cast } = await twoOrganizations()
    const first = await importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY] })
    expect(first).toMatchObject({ rows: 2, records: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 })
    expect(first.months).toEqual(['2025-01', '2025-02'])
    const before = await holdings(cast.organization.id)
    const second = await importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY] })
    expect(second).toMatchObject({ records: 2, created: 0, updated: 0, unchanged: 2, months: [] })
    const after = await holdings(cast.organization.id)
    expect(after.incidents).toEqual(before.incidents)
    expect(after.months).toEqual(before.months)
  })

  test('keeps what is not known as null and reads zones, words and instants', async () => {
    const { attacker: cast } = await twoOrganizations()
    await importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY], zone: 'Europe/Berlin' })
    const [leak, phish] = await all(cast)
    expect(leak).toMatchObject({ externalId: 'A-2', severity: 'low', occurredAt: null, resolvedAt: null, layer: null })
    expect(leak?.detectedAt).toBe('2025-02-11T09:00:00.000Z')
    expect(phish).toMatchObject({ severity: 'high', source: 'tracker', occurredAt: '2025-01-03T07:00:00.000Z' })
    expect(phish?.countedAt).toBe(phish?.detectedAt)
  })

  test('of several rows of an incident the last one counts, whole: nothing of an older state is mixed in', async () => {
    const { attacker: cast } = await twoOrganizations()
    const opened = ['A-1', 'Old title', 'High', '2025-01-01 00:00', '2025-01-01 02:00', '2025-01-09 00:00']
    const reopened = ['A-1', 'New title', 'Low', '?', '2025-01-01 03:00', '?']
    const report = await importRows(cast.assessor, cast, { rows: [opened, FEBRUARY, reopened] })
    expect(report).toMatchObject({ rows: 3, records: 2, created: 2 })
    const incident = (await all(cast)).find(({ externalId }) => externalId === 'A-1')
    expect(incident).toMatchObject({ title: 'New title', severity: 'low', occurredAt: null, resolvedAt: null })
  })

  test('the last row counts across the batches that a large file is staged in', async () => {
    const { attacker: cast } = await twoOrganizations()
    const fill = Array.from({ length: 2_500 }, (_, i) => [`F-${i}`, 'fill', 'low', '?', '2025-03-01 00:00', '?'])
    const late = ['A-1', 'Late', 'low', '?', '2025-03-02 00:00', '?']
    const report = await importRows(cast.assessor, cast, { rows: [JANUARY, ...fill, late] })
    expect(report).toMatchObject({ rows: 2_502, records: 2_501, created: 2_501, months: ['2025-03'] })
    const found = await listIncidents(cast.viewer, { org: cast.org, filter: { search: 'A-1' }, page: { limit: 5 } })
    expect(found.items.map(({ title }) => title)).toEqual(['Late'])
  })

  test('an incident whose last row is refused is not taken in an older state', async () => {
    const { attacker: cast } = await twoOrganizations()
    const broken = ['A-1', 'Phish', 'High', '2025-01-03 08:00', '2025-01-03 10:00', 'yesterday']
    const report = await importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY, broken] })
    expect(report).toMatchObject({ rows: 3, records: 2, created: 1, rejected: 1 })
    expect(report.rejects).toEqual([expect.objectContaining({ row: 4, field: 'resolvedAt' })])
    expect((await all(cast)).map(({ externalId }) => externalId)).toEqual(['A-2'])
  })

  test('an older row that is refused does not keep its incident out', async () => {
    const { attacker: cast } = await twoOrganizations()
    const broken = ['A-1', 'Phish', 'High', 'yesterday', '2025-01-03 10:00', '?']
    const report = await importRows(cast.assessor, cast, { rows: [broken, JANUARY] })
    expect(report).toMatchObject({ rows: 2, records: 1, created: 1, rejected: 1 })
  })

  test('a correction rebuilds the month it leaves and the month it enters', async () => {
    const { attacker: cast } = await twoOrganizations()
    await importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY] })
    const moved = ['A-1', 'Phish', 'High', '2025-02-03 08:00', '2025-02-03 10:00', '2025-02-03 15:00']
    const report = await importRows(cast.assessor, cast, { rows: [moved] })
    expect(report).toMatchObject({ created: 0, updated: 1, months: ['2025-01', '2025-02'] })
    const months = await listMonthlyMetrics(cast.viewer, { org: cast.org })
    expect(months.map(({ month, incidents }) => [month, incidents])).toEqual([['2025-02', 2]])
  })

  test('the same incidents give the same months in any order and any number of files', async () => {
    const { attacker: whole, victim: parts } = await twoOrganizations()
    const rows = Array.from({ length: 60 }, (_, i) => {
      const day = String((i % 28) + 1).padStart(2, '0')
      const month = i % 3 === 0 ? '05' : '06'
      return [`M-${i}`, 'x', 'low', `2025-${month}-${day} 01:00`, `2025-${month}-${day} 0${(i % 7) + 2}:00`, '?']
    })
    await importRows(whole.assessor, whole, { rows })
    await importRows(parts.assessor, parts, { rows: rows.slice(30).reverse() })
    await importRows(parts.assessor, parts, { rows: rows.slice(0, 40) })
    const series = ({ viewer, org }: Cast) => listMonthlyMetrics(viewer, { org })
    expect(await series(parts)).toEqual(await series(whole))
  })

  test('a month of more incidents than are held in memory at once counts each of them', async () => {
    const { attacker: cast } = await twoOrganizations()
    const instants = ['2025-07-01 00:00', '2025-07-15 12:00', '2025-07-31 23:59']
    const rows = Array.from({ length: 10_500 }, (_, i) => [`P-${i}`, 'x', 'low', '?', instants[i % 3] ?? '', '?'])
    await importRows(cast.assessor, cast, { rows })
    const months = await listMonthlyMetrics(cast.viewer, { org: cast.org })
    expect(months).toMatchObject([{ month: '2025-07', incidents: 10_500, unknownOnset: 10_500, open: 10_500 }])
  })

  test('a dry run tells exactly what would happen and keeps nothing', async () => {
    const { attacker: cast } = await twoOrganizations()
    await importRows(cast.assessor, cast, { rows: [JANUARY] })
    const before = await holdings(cast.organization.id)
    const changed = [JANUARY.with(1, 'Renamed'), FEBRUARY]
    const report = await importRows(cast.assessor, cast, { rows: changed, dryRun: true })
    expect(report).toMatchObject({ dryRun: true, batchId: null, created: 1, updated: 1 })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('a strict import with one refused row writes nothing and names the row', async () => {
    const { attacker: cast } = await twoOrganizations()
    const before = await holdings(cast.organization.id)
    const broken = ['A-3', 'x', 'low', '?', '31/31/2025', '?']
    const work = importRows(cast.assessor, cast, { rows: [JANUARY, broken], strict: true })
    await expect(work).rejects.toMatchObject({ code: 'invalid', problems: [{ row: 3, field: 'detectedAt' }] })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('a stream that breaks off writes nothing', async () => {
    const { attacker: cast } = await twoOrganizations()
    const before = await holdings(cast.organization.id)
    async function* broken() {
      yield* chunksOf(csvText(HEADER, ...Array.from({ length: 5_000 }, (_, i) => JANUARY.with(0, `B-${i}`))), 65_536)
      throw new Error('connection reset')
    }
    const work = importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(), chunks: broken() })
    await expect(work).rejects.toThrow('connection reset')
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('two imports of one file at the same time store each incident once', async () => {
    const { attacker: cast } = await twoOrganizations()
    const twice = [1, 2].map(() => importRows(cast.assessor, cast, { rows: [JANUARY, FEBRUARY] }))
    const reports = await Promise.all(twice)
    expect(reports.map(({ created }) => created).sort()).toEqual([0, 2])
    expect(await all(cast)).toHaveLength(2)
  })
})

describe('the deployment of an import', () => {
  test('is kept by a later import that names none, and months follow a move', async () => {
    const { attacker: cast } = await twoOrganizations()
    const [payments, claims] = [await deploymentOf(cast), await deploymentOf(cast, { slug: 'claims' })]
    await importRows(cast.assessor, cast, { rows: [JANUARY], deployment: 'payments' })
    await importRows(cast.assessor, cast, { rows: [JANUARY.with(1, 'Renamed')] })
    expect((await all(cast)).map(({ deploymentId }) => deploymentId)).toEqual([payments.id])
    const moved = await importRows(cast.assessor, cast, { rows: [JANUARY.with(1, 'Renamed')], deployment: 'claims' })
    expect(moved).toMatchObject({ updated: 1, months: ['2025-01'] })
    expect((await all(cast)).map(({ deploymentId }) => deploymentId)).toEqual([claims.id])
    const series = (deployment: string) => listMonthlyMetrics(cast.viewer, { org: cast.org, deployment })
    expect(await series('payments')).toEqual([])
    expect(await series('claims')).toMatchObject([{ month: '2025-01', incidents: 1 }])
  })

  test('that does not exist is not found, also when another organization has one of the name', async () => {
    const { attacker, victim } = await twoOrganizations()
    await deploymentOf(victim, { slug: 'secret' })
    const before = await holdings(attacker.organization.id)
    for (const deployment of ['secret', 'nowhere']) {
      const work = importRows(attacker.assessor, attacker, { rows: [JANUARY], deployment })
      expect(await codeOf(work)).toBe('not-found')
    }
    expect(await holdings(attacker.organization.id)).toEqual(before)
  })
})

describe('who may import', () => {
  test('a viewer and an auditor are refused and nothing is stored', async () => {
    const { attacker: cast } = await twoOrganizations()
    const before = await holdings(cast.organization.id)
    for (const actor of [cast.viewer, cast.auditor]) {
      expect(await codeOf(importRows(actor, cast, { rows: [JANUARY] }))).toBe('forbidden')
    }
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('another organization looks absent, and the same ids there are other incidents', async () => {
    const { attacker, victim } = await twoOrganizations()
    await importRows(victim.assessor, victim, { rows: [JANUARY] })
    const before = await holdings(victim.organization.id)
    expect(await codeOf(importRows(attacker.admin, victim, { rows: [FEBRUARY] }))).toBe('not-found')
    await importRows(attacker.assessor, attacker, { rows: [JANUARY.with(1, 'Mine')] })
    expect(await holdings(victim.organization.id)).toEqual(before)
  })
})
