import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capability } from '@/lib/framework/capabilities'
import { nextSteps } from '@/lib/maturity/next-steps'
import type { Actor } from '@/lib/model/actor'
import { findingsTitle } from '@/lib/presentation/findings-title'
import { ladderEntries } from '@/lib/presentation/ladder-entries'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { METRIC_UNITS, metricChangeText, metricName, metricText } from '@/lib/presentation/metric'
import { countText } from '@/lib/presentation/number'
import { latestReading } from '@/lib/presentation/reading'
import { recordsBehind } from '@/lib/presentation/records-behind'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import { approvedOf } from '@/lib/testing/assessments'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { pdfText } from '@/lib/testing/pdf-text'
import { countFindings } from './count-findings'
import { exportReport } from './export-report'
import { getOverview } from './get-overview'
import { importIncidents } from './import-incidents'
import { listAuditLog } from './list-audit-log'
import { makeReport } from './make-report'

const MAP = { externalId: 'id', occurredAt: 'began', detectedAt: 'seen', resolvedAt: 'fixed' }
/** Nine a month before the rollout, four since: enough for a change to be claimed. */
const INCIDENTS = [
  '2025-05',
  '2025-06',
  '2025-07',
  '2025-08',
  '2025-09',
  '2025-10',
  '2025-12',
  '2026-01',
  '2026-02',
].flatMap((month) =>
  Array.from({ length: month < '2025-11' ? 9 : 4 }, (_, at) => {
    const day = `${month}-${String(at + 2).padStart(2, '0')}`
    return [`${month}/${at}`, `${day}T06:00:00Z`, `${day}T09:00:00Z`, `${day}T18:30:00Z`]
  }),
)

let database: TestDatabase
let cast: Cast
const AS_OF = new Date(Date.now() + 60_000).toISOString()
const now = new Date(AS_OF)

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
  const { id: deploymentId } = await deploymentOf(cast, { slug: 'reported' })
  const text = csvText(['id', 'began', 'seen', 'fixed'], ...INCIDENTS)
  await importIncidents(cast.admin, { org: cast.org, map: MAP, options: optionsOf(), chunks: chunksOf(text) })
  await approvedOf(cast, { deploymentId, asOf: '2026-02-01', stage: 1 })
})
afterAll(() => database.close())

const made = (actor: Actor, kind: 'board' | 'ciso' | 'deployment' | 'auditor', choice = {}) =>
  makeReport(actor, kind, { org: cast.org, organizationId: cast.organization.id, asOf: AS_OF }, choice)
const period = { framework: 'proofline', from: '2026-01-01', to: '2026-03-31' }

describe('a report says what the pages say', () => {
  test.each(['board', 'ciso', 'deployment'] as const)('%s: layers, outcomes and their numbers', async (kind) => {
    const overview = await getOverview(cast.viewer, { org: cast.org, now })
    const text = JSON.stringify(await made(cast.viewer, kind))
    const { current, outcome } = overview
    expect(current).not.toBeNull()
    expect(outcome?.result.metrics.some((metric) => latestReading(metric) !== null)).toBe(true)
    expect(outcome?.result.metrics.some((metric) => latestReading(metric) === null)).toBe(true)
    for (const entry of ladderEntries(
      current?.maturity ?? { layers: [] },
      current?.comparison?.change ?? null,
      () => '',
    ))
      for (const part of [entry.name, entry.stage, entry.scoreText ?? '—', entry.measured, entry.change?.text ?? '—'])
        expect(text).toContain(JSON.stringify(part))
    expect(text).toContain(`Overall score ${scoreText(current?.maturity.score ?? null)} of 100`)
    expect(text).toContain(`${shareText(current?.maturity.coverage ?? null)} measured`)
    for (const metric of outcome?.result.metrics ?? []) {
      const reading = latestReading(metric)
      expect(text).toContain(metricName(metric.metric))
      expect(text).toContain(
        `n = ${countText(recordsBehind(metric, outcome?.result ?? { goLive: null }))} ${METRIC_UNITS[metric.metric]}`,
      )
      if (reading) {
        expect(text).toContain(JSON.stringify(metricChangeText(metric.metric, reading)))
        expect(text).toContain(metricText(metric.metric, metric.baseline.value))
      } else expect(text).toContain('No change is claimed')
    }
  })

  test('board and CISO: title, next steps with their scores, findings', async () => {
    const { organization, current } = await getOverview(cast.viewer, { org: cast.org, now })
    const counts = await countFindings(cast.viewer, { org: cast.org, now })
    const weakest = current?.maturity.layers.find(({ layer }) => layer === current.maturity.weakestLayer)
    for (const kind of ['board', 'ciso'] as const) {
      const report = await made(cast.viewer, kind)
      const text = JSON.stringify(report)
      expect(report.title).toBe(maturityTitle(organization.name, current?.maturity ?? null))
      expect(text).toContain(findingsTitle(counts))
      for (const { capability: id, to, scoreBefore, scoreAfter } of weakest ? nextSteps(weakest, 3) : []) {
        expect(text).toContain(`${capability(id).name} to ${stageLabel(to)}`)
        expect(text).toContain(`Score ${scoreText(scoreBefore)} to ${scoreText(scoreAfter)}`)
      }
    }
  })

  test('auditor: every requirement of the framework stands in the table, and what nobody looked at is missing', async () => {
    const text = JSON.stringify(await made(cast.viewer, 'auditor', period))
    for (const id of ['IAM-01', 'NET-07', 'DAT-08']) expect(text).toContain(id)
    expect(text).toContain('missing')
  })
})

describe('exporting a report', () => {
  test('the same facts as of the same instant give the same file, and its words are in it', async () => {
    const ask = () => exportReport(cast.viewer, { org: cast.org, kind: 'board', asOf: AS_OF })
    const [first, second] = [await ask(), await ask()]
    expect(first.sha256).toBe(second.sha256)
    expect(first.fileName).toBe(`${cast.org}-board-${AS_OF.slice(0, 10)}.pdf`)
    expect(pdfText(first.content)).toContain(first.title.replaceAll(/\s/g, ''))
    expect(
      Buffer.from(first.content)
        .toString('latin1')
        .match(/\/Type \/Page\n/g),
    ).toHaveLength(1)
  })

  test('what was taken away is in the log with its hash', async () => {
    const { sha256 } = await exportReport(cast.viewer, { org: cast.org, kind: 'board', asOf: AS_OF })
    const { items } = await listAuditLog(cast.admin, { org: cast.org, filter: {}, page: { limit: 5 } })
    expect(items.find(({ action }) => action === 'report.exported')?.detail).toMatchObject({ kind: 'board', sha256 })
  })

  test('an auditor report without its framework or with a period that ends before it begins is refused', async () => {
    const ask = (choice: object) => exportReport(cast.viewer, { org: cast.org, kind: 'auditor', ...choice })
    await expect(ask({})).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask({ ...period, to: '2025-01-01' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask({ ...period, framework: 'no_such' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
