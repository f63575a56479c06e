import { beforeAll, describe, expect, test } from 'vitest'
import type { IncidentFilter } from '@/lib/model/incident-filter'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { exportTable } from './export-table'
import { importIncidents } from './import-incidents'
import { listIncidents } from './list-incidents'

const MAP = { externalId: 'id', title: 'title', severity: 'severity', detectedAt: 'seen', resolvedAt: 'fixed' }
const HEADER = ['id', 'title', 'severity', 'seen', 'fixed']

const rows = [
  ['A-1', 'Phishing 100%', 'High', '2025-01-03 10:00', '2025-01-04'],
  ['A-2', 'Phishing 100x', 'Low', '2025-02-03 10:00', '?'],
  ['A-3', '=cmd()', 'Low', '2025-02-03 10:00', '2025-02-05'],
  ['B_4', 'Say "no", twice', 'Critical', '2025-03-03 10:00', '?'],
]

async function stored(): Promise<Cast> {
  const { attacker: cast } = await twoOrganizations()
  await deploymentOf(cast)
  const file = (given: string[][], options: object) => {
    const chunks = chunksOf(csvText(HEADER, ...given))
    return importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(options), chunks })
  }
  await file(rows.slice(0, 3), { source: 'siem' })
  await file(rows.slice(3), { source: 'desk', deployment: 'payments' })
  return cast
}

let cast: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  cast = await stored()
  return close
})

const ids = async (filter: IncidentFilter) => {
  const { items } = await listIncidents(cast.viewer, { org: cast.org, filter, page: { limit: 200 } })
  return items.map(({ externalId }) => externalId).sort()
}

describe('listIncidents', () => {
  test.each<[string, IncidentFilter, string[]]>([
    ['severity', { severity: 'low' }, ['A-2', 'A-3']],
    ['source', { source: 'desk' }, ['B_4']],
    ['deployment', { deployment: 'payments' }, ['B_4']],
    ['month', { month: '2025-02' }, ['A-2', 'A-3']],
    ['open', { state: 'open' }, ['A-2', 'B_4']],
    ['resolved', { state: 'resolved' }, ['A-1', 'A-3']],
    ['part of a title, in any case', { search: 'PHISH' }, ['A-1', 'A-2']],
    ['part of an id', { search: 'b_' }, ['B_4']],
    ['a percent sign, which stands for itself', { search: '100%' }, ['A-1']],
    ['several at once', { state: 'open', severity: 'low' }, ['A-2']],
  ])('narrows by %s', async (_, filter, expected) => {
    expect(await ids(filter)).toEqual(expected)
  })

  test('pages newest first without leaving out or repeating incidents of the same instant', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listIncidents(cast.viewer, { org: cast.org, filter: {}, page: { limit: 1, cursor } })
      seen.push(...page.items.map(({ externalId }) => externalId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(4)
    expect([seen[0], seen.at(-1)]).toEqual(['B_4', 'A-1'])
    expect([...seen].sort()).toEqual(['A-1', 'A-2', 'A-3', 'B_4'])
  })

  test.each(['', 'nonsense', Buffer.from('["incidents"]').toString('base64url')])(
    'refuses a cursor that is not its own: %j',
    async (cursor) => {
      const work = listIncidents(cast.viewer, { org: cast.org, filter: {}, page: { limit: 1, cursor } })
      await expect(work).rejects.toMatchObject({ code: 'invalid', problems: [{ field: 'cursor' }] })
    },
  )

  test('another organization, and its deployments, look absent', async () => {
    const { attacker: stranger } = await twoOrganizations()
    const page = { limit: 1 }
    const work = listIncidents(stranger.admin, { org: cast.org, filter: {}, page })
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
    const theirs = listIncidents(stranger.admin, { org: stranger.org, filter: { deployment: 'payments' }, page })
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('incidents as CSV', () => {
  const exported = async (filter: IncidentFilter) => {
    const parts: string[] = []
    const { pieces } = await exportTable(cast.viewer, { org: cast.org, table: 'incidents', format: 'csv', filter })
    for await (const part of pieces) parts.push(String(part))
    return parts.join('').split('\r\n')
  }

  test('holds the rows of the filter, in the order of the list, with what was not known left empty', async () => {
    const [header, first, ...rest] = await exported({ state: 'open' })
    expect(header?.split(',').slice(0, 3)).toEqual(['source', 'externalId', 'title'])
    expect(first).toBe(
      'desk,B_4,"Say ""no"", twice",critical,,,2025-03-03T10:00:00.000Z,,,,2025-03-03T10:00:00.000Z,payments',
    )
    expect(rest).toHaveLength(2)
    expect(rest[0]).toMatch(/^siem,A-2,/)
    expect(rest[1]).toBe('')
  })

  test('shows a formula as text', async () => {
    expect((await exported({ search: 'cmd' }))[1]).toMatch(/^siem,A-3,'=cmd\(\),/)
  })

  test('refuses before the first line', async () => {
    const { attacker: stranger } = await twoOrganizations()
    const work = exportTable(stranger.admin, { org: cast.org, table: 'incidents', format: 'csv', filter: {} })
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
  })
})
