import { beforeAll, describe, expect, test } from 'vitest'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { importAudits } from './import-audits'
import { importIncidents } from './import-incidents'
import { listAudits } from './list-audits'
import { listMonthlyMetrics } from './list-monthly-metrics'

const MAP = { externalId: 'ref', auditedOn: 'day', passed: 'ok', failed: 'bad', framework: 'standard' }
const HEADER = ['ref', 'day', 'ok', 'bad', 'standard']

const importRows = ({ assessor, org }: Cast, ...rows: (string | number)[][]) =>
  importAudits(assessor, { org, map: MAP, options: optionsOf(), chunks: chunksOf(csvText(HEADER, ...rows)) })

beforeAll(async () => (await testDatabase()).close)

describe('importAudits', () => {
  test('stores each audit once, sums the controls of a month and leaves incidents unknown there', async () => {
    const { attacker: cast } = await twoOrganizations()
    const rows = [
      ['S-1', '2025-02-28', 40, 10, 'ISO 27001'],
      ['S-2', '2025-02-01', 30, 0, 'SOC 2'],
    ]
    expect(await importRows(cast, ...rows)).toMatchObject({ created: 2, months: ['2025-02'] })
    expect(await importRows(cast, ...rows)).toMatchObject({ created: 0, updated: 0, unchanged: 2, months: [] })
    const [month] = await listMonthlyMetrics(cast.viewer, { org: cast.org })
    expect(month).toMatchObject({ month: '2025-02', audits: 2, controlsAssessed: 80, controlsPassed: 70 })
    expect(month?.incidents).toBeNull()
  })

  test('a corrected audit moves to its month and takes its controls with it', async () => {
    const { attacker: cast } = await twoOrganizations()
    await importRows(cast, ['S-1', '2025-02-28', 40, 10, 'SOC 2'])
    const report = await importRows(cast, ['S-1', '2025-03-01', 45, 5, 'SOC 2'])
    expect(report).toMatchObject({ updated: 1, months: ['2025-02', '2025-03'] })
    const months = await listMonthlyMetrics(cast.viewer, { org: cast.org })
    expect(months).toMatchObject([{ month: '2025-03', controlsPassed: 45, controlsFailed: 5 }])
  })

  test('counts that do not add up are named, and nothing is written', async () => {
    const { attacker: cast } = await twoOrganizations()
    const before = await holdings(cast.organization.id)
    const work = importRows(cast, ['S-1', '2025-02-28', -4, 'many', 'SOC 2'])
    await expect(work).rejects.toMatchObject({
      code: 'invalid',
      problems: [
        { row: 2, field: 'passed' },
        { row: 2, field: 'failed' },
      ],
    })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('an incident and an audit of one id and one source do not meet', async () => {
    const { attacker: cast } = await twoOrganizations()
    await importRows(cast, ['X-1', '2025-02-28', 1, 1, 'SOC 2'])
    const chunks = chunksOf(csvText(['id', 'seen'], ['X-1', '2025-02-03']))
    const map = { externalId: 'id', detectedAt: 'seen' }
    await importIncidents(cast.assessor, { org: cast.org, map, options: optionsOf(), chunks })
    const [month] = await listMonthlyMetrics(cast.viewer, { org: cast.org })
    expect(month).toMatchObject({ incidents: 1, audits: 1, open: 1 })
  })

  test('a list shows the latest first, narrows by month and framework, and refuses a foreign cursor', async () => {
    const { attacker, victim } = await twoOrganizations()
    for (const cast of [attacker, victim]) {
      const rows = Array.from({ length: 5 }, (_, i) => [
        `S-${i}`,
        `2025-0${i + 1}-15`,
        9,
        1,
        i % 2 ? 'SOC 2' : 'PCI DSS',
      ])
      await importRows(cast, ...rows)
    }
    const list = (filter: object, page: { cursor?: string; limit: number }) =>
      listAudits(attacker.viewer, { org: attacker.org, filter, page })
    const first = await list({}, { limit: 2 })
    const rest = await list({}, { limit: 200, cursor: first.nextCursor ?? '' })
    const days = [...first.items, ...rest.items].map(({ auditedOn }) => auditedOn)
    expect(days).toEqual(['2025-05-15', '2025-04-15', '2025-03-15', '2025-02-15', '2025-01-15'])
    expect((await list({ framework: 'SOC 2', month: '2025-04' }, { limit: 9 })).items).toHaveLength(1)
    const foreign = await listAudits(victim.viewer, { org: victim.org, filter: {}, page: { limit: 2 } })
    const misuse = list({}, { limit: 2, cursor: foreign.nextCursor ?? '' })
    await expect(misuse).rejects.toMatchObject({ code: 'invalid', problems: [{ field: 'cursor' }] })
  })
})
