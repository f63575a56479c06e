import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportOptions } from '@/lib/model/import-options'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { importIncidents } from './import-incidents'

const MAP = { externalId: 'id', title: 'title', occurredAt: 'began', detectedAt: 'seen', resolvedAt: 'fixed' }
const HEADER = ['id', 'title', 'began', 'seen', 'fixed']
const GOOD = ['A-1', 'Phish', '2025-01-03 08:00', '2025-01-03 10:00', '2025-01-03 15:00']
const row = (...cells: string[]) => csvText(HEADER, cells)

type BadFile = {
  name: string
  content: string | Uint8Array
  problem: { row?: number; field: string }
  reason: RegExp
  options?: Partial<ImportOptions>
}

const structure: BadFile[] = [
  { name: 'an empty file', content: '', problem: { field: 'file' }, reason: /empty/ },
  { name: 'a header and no rows', content: csvText(HEADER), problem: { field: 'file' }, reason: /no rows/ },
  {
    name: 'a quote that is never closed',
    content: `${csvText(HEADER, GOOD)}A-2,"open,2025-01-01,2025-01-01,?\n${'x,y\n'.repeat(50_000)}`,
    problem: { row: 3, field: 'row' },
    reason: /never closed/,
  },
  {
    name: 'a row of another width',
    content: `${csvText(HEADER, GOOD)}A-2,short\n`,
    problem: { row: 3, field: 'row' },
    reason: /2 cells where the header has 5/,
  },
  {
    name: 'two columns of one name',
    content: csvText(['id', 'seen', 'seen'], ['A-1', '2025-01-01', '2025-01-02']),
    problem: { row: 1, field: 'seen' },
    reason: /all named "seen"/,
  },
  {
    name: 'a program',
    content: Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Uint8Array(200)]),
    problem: { field: 'file' },
    reason: /not a text file|NUL/,
  },
  {
    name: 'an Excel workbook',
    content: Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0]),
    problem: { field: 'file' },
    reason: /Excel/,
  },
  {
    name: 'text that is not UTF-8',
    content: Uint8Array.from([...new TextEncoder().encode(row(...GOOD)), 0xe9, 0x2c, 0x0a]),
    problem: { row: 3, field: 'file' },
    reason: /not UTF-8/,
  },
]

const options: BadFile[] = [
  {
    name: 'a zone that does not exist',
    content: row(...GOOD),
    problem: { field: 'zone' },
    reason: /not an IANA time zone/,
    options: { zone: 'Europe/Atlantis' },
  },
  {
    name: 'a column that the file does not have',
    content: csvText(['id', 'title', 'began', 'seen'], GOOD.slice(0, 4)),
    problem: { field: 'resolvedAt' },
    reason: /no column "fixed"/,
  },
]

const rows: BadFile[] = [
  {
    name: 'a date before 1990',
    content: row('A-1', 'x', '1989-12-31 23:00', '2025-01-03', '?'),
    problem: { row: 2, field: 'occurredAt' },
    reason: /before 1990/,
  },
  {
    name: 'a date in the future',
    content: row('A-1', 'x', '2025-01-03', '2199-01-01', '?'),
    problem: { row: 2, field: 'detectedAt' },
    reason: /in the future/,
  },
  {
    name: 'an incident resolved before it was detected',
    content: row('A-1', 'x', '?', '2025-01-03 10:00', '2025-01-03 09:59'),
    problem: { row: 2, field: 'resolvedAt' },
    reason: /before detectedAt/,
  },
  {
    name: 'an order of day and month that the file does not keep',
    content: row('A-1', 'x', '?', '29/2/2016 01:16', '?'),
    problem: { row: 2, field: 'detectedAt' },
    reason: /choose day-first/,
    options: { dates: 'month-first' },
  },
  {
    name: 'a day that no calendar has',
    content: row('A-1', 'x', '?', '2025-02-29', '?'),
    problem: { row: 2, field: 'detectedAt' },
    reason: /not a day of the calendar/,
  },
  {
    name: 'a formula in the place of an id',
    content: row('=HYPERLINK("http://x")', 'x', '?', '2025-02-01', '?'),
    problem: { row: 2, field: 'externalId' },
    reason: /spreadsheet formula/,
  },
  {
    name: 'a row without an id',
    content: row('N/A', 'x', '?', '2025-02-01', '?'),
    problem: { row: 2, field: 'externalId' },
    reason: /no id/,
  },
  {
    name: 'a row without any date',
    content: row('A-1', 'x', '?', '', 'N/A'),
    problem: { row: 2, field: 'detectedAt' },
    reason: /no date/,
  },
]

let cast: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  cast = (await twoOrganizations()).attacker
  await importIncidents(cast.assessor, {
    org: cast.org,
    map: MAP,
    options: optionsOf(),
    chunks: chunksOf(row('KEPT', 'x', '?', '2024-01-01', '?')),
  })
  return close
})

const importing = ({ content, options: given }: BadFile) =>
  importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(given), chunks: chunksOf(content) })

describe.each([
  ['the structure of a file', structure],
  ['the options of an import', options],
  ['every row of a file', rows],
])('what is wrong with %s', (_, files) => {
  test.each(files)('$name is named by its place, and nothing is written or lost', async (file) => {
    const before = await holdings(cast.organization.id)
    const { reason, problem } = file
    await expect(importing(file)).rejects.toMatchObject({
      code: 'invalid',
      problems: expect.arrayContaining([
        expect.objectContaining({ ...problem, reason: expect.stringMatching(reason) }),
      ]),
    })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })
})

describe('a file that is partly wrong', () => {
  test('gives what can be taken, and the batch keeps which rows were refused and why', async () => {
    const content = csvText(HEADER, GOOD, ['A-2', 'x', '?', '1970-01-01', '?'], ['', 'x', '?', '2025-01-01', '?'])
    const chunks = chunksOf(content, 7)
    const report = await importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(), chunks })
    expect(report).toMatchObject({ rows: 3, records: 2, created: 1, rejected: 2 })
    expect(report.rejects.map(({ row: line, field }) => [line, field])).toEqual([
      [3, 'detectedAt'],
      [4, 'externalId'],
    ])
  })

  test('names at most a thousand refusals and counts them all', async () => {
    const bad = Array.from({ length: 1_500 }, (_, i) => [`B-${i}`, 'x', '?', '1970-01-01', '?'])
    const chunks = chunksOf(csvText(HEADER, GOOD, ...bad), 65_536)
    const report = await importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(), chunks })
    expect(report.rejected).toBe(1_500)
    expect(report.rejects).toHaveLength(1_000)
  })

  test('a formula in a title is stored as it was written', async () => {
    const content = row('F-1', '=1+1', '?', '2025-01-03', '?')
    await importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(), chunks: chunksOf(content) })
    const { incidents } = await holdings(cast.organization.id)
    expect(incidents.find(({ externalId }) => externalId === 'F-1')?.title).toBe('=1+1')
  })
})
