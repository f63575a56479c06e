import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOpenpyxl } from '@/lib/cli/openpyxl'
import { run } from '@/lib/cli/tool'
import { columnsOf, type Table } from '@/lib/evidence/tables/table'
import { TABLE_WRITERS } from '@/lib/services/table-file'
import { seededRandom } from '@/lib/testing/seeded-random'

type Row = {
  id: string
  text: string | null
  n: number | null
  ok: boolean | null
  at: string | null
  on: string | null
}
const { text, number, boolean, instant, day } = columnsOf<Row>()
const table: Table<Row> = {
  name: 'things',
  title: 'Things',
  columns: [
    text('id', 'Id'),
    text('text', 'Text'),
    number('n', 'N'),
    boolean('ok', 'OK'),
    instant('at', 'At'),
    day('on', 'On'),
  ],
}

/** Each cell with its kind as openpyxl sees it, `f` for a formula; CSV as Python's own reader sees it. */
const READER = `
import csv, json, sys, openpyxl
def plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value
book = openpyxl.load_workbook(sys.argv[1])
sheets = {s.title: [[[plain(c.value), c.data_type] for c in row] for row in s.iter_rows()] for s in book}
with open(sys.argv[2], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file, strict=True))
print(json.dumps({"names": book.sheetnames, "sheets": sheets, "csv": rows}))
`

const ODD = [
  '=1+1',
  '=HYPERLINK("http://evil.example.test","x")',
  '+1 call',
  '-cmd',
  '@SUM(A1)',
  ' =1+1',
  '＝1+1',
  '{=1}',
  'tab\tstop',
  'two\nlines',
  'commas, "quotes"; \'apostrophes\'',
  '<b>&amp;</b> ]]> <!--',
  'Grüße 漢字 العربية 😀 e\u0301',
  '  blanks around  ',
  '00123',
  '1e9',
  'TRUE',
  '2026-01-01',
  'x'.repeat(32_767),
]
const random = seededRandom('spreadsheet')
const rows: Row[] = [
  ...ODD.map((one, i) => ({ id: `odd-${i}`, text: one, n: null, ok: null, at: null, on: null })),
  ...Array.from({ length: 5000 }, (_, i) => ({
    id: `row-${i}`,
    text: `Text ${i}`,
    n: (random() - 0.5) * 10 ** (i % 12),
    ok: i % 3 === 0 ? null : i % 2 === 0,
    at: new Date(Date.UTC(1990, 0, 1) + Math.floor(random() * 1e12)).toISOString(),
    on: i % 5 === 0 ? null : '2024-02-29',
  })),
]

type Cell = [value: string | number | boolean | null, kind: string]
type Read = { names: string[]; sheets: Record<string, Cell[][]>; csv: string[][] }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-spreadsheet-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What Python makes of these rows once they were written both ways. */
async function readByPython(given: readonly Row[]): Promise<Read> {
  const found = await findOpenpyxl()
  if ('absent' in found) throw new Error(found.absent)
  const about = { organization: { slug: 'meridian', name: 'Meridian' }, asOf: '2026-11-22T12:00:00Z', filter: 'x: y' }
  const files: string[] = []
  for (const format of ['xlsx', 'csv'] as const) {
    const chunks: Uint8Array[] = []
    async function* pages() {
      yield given
    }
    for await (const piece of TABLE_WRITERS[format].write(table, pages(), about))
      chunks.push(typeof piece === 'string' ? Buffer.from(piece) : Uint8Array.from(piece))
    files.push(join(folder, `things.${format}`))
    await writeFile(files.at(-1) ?? '', Buffer.concat(chunks))
  }
  const { code, output } = await run(found.python, ['-c', READER, ...files])
  if (code !== 0) throw new Error(output)
  return JSON.parse(output)
}

describe('what Python reads of an exported table', () => {
  test('a workbook holds every value as what it is, and no formula', async () => {
    const { names, sheets } = await readByPython(rows)
    expect(names).toEqual(['About', 'Things'])
    const [heading, ...cells] = sheets.Things ?? []
    expect(heading?.map(([value]) => value)).toEqual(['Id', 'Text', 'N', 'OK', 'At', 'On'])
    expect(cells).toHaveLength(rows.length)
    expect(
      Object.values(sheets)
        .flat(2)
        .filter(([, kind]) => kind === 'f'),
    ).toEqual([])
    const read = cells.map(([id, said, n, ok, at, on]) => [id?.[0], said?.[0], n?.[0], ok?.[0], at?.[0], on?.[0]])
    for (const [i, { id, text: said, n, ok, at, on }] of rows.entries()) {
      const [readId, readText, readN, readOk, readAt, readOn] = read[i] ?? []
      expect([readId, readText, readN, readOk]).toEqual([id, said, n, ok])
      expect(readAt === null ? null : Math.round(Date.parse(`${readAt}Z`) / 1000)).toBe(
        at === null ? null : Math.round(Date.parse(at) / 1000),
      )
      expect(readOn).toBe(on === null ? null : `${on}T00:00:00`)
    }
  })
  test('its first sheet says what it is, of whom, as of when, what it was narrowed to and how many', async () => {
    const { sheets } = await readByPython(rows.slice(0, 3))
    const about = Object.fromEntries((sheets.About ?? []).map(([label, value]) => [label?.[0], value?.[0]]))
    expect(about).toMatchObject({
      Table: 'Things',
      Organization: 'Meridian (meridian)',
      'As of': '2026-11-22T12:00:00',
      Filter: 'x: y',
      Rows: 3,
    })
  })
  test('a text that fits no cell is whole on a sheet of its own', async () => {
    const long = `${'ä😀'.repeat(30_000)} end`
    const { names, sheets } = await readByPython([{ ...(rows[0] as Row), text: long }])
    expect(names).toEqual(['About', 'Things', 'Long texts'])
    const parts = (sheets['Long texts'] ?? []).slice(1).map((row) => row[3]?.[0])
    expect(parts.join('')).toBe(long)
  })
  test('CSV holds the same rows; what a spreadsheet would run begins with an apostrophe', async () => {
    const { csv } = await readByPython(rows)
    expect(csv[0]).toEqual(['id', 'text', 'n', 'ok', 'at', 'on'])
    expect(csv.slice(1).map(([id]) => id)).toEqual(rows.map(({ id }) => id))
    const texts = csv.slice(1).map(([, said]) => said ?? '')
    expect(texts.map((said, i) => (said === `'${rows[i]?.text}` ? said.slice(1) : said))).toEqual(
      rows.map((row) => row.text),
    )
    expect(texts.slice(0, 7).every((said) => said.startsWith("'"))).toBe(true)
    expect(csv.slice(1).map((row) => row[2])).toEqual(rows.map(({ n }) => (n === null ? '' : String(n))))
  })
  test('an empty table is its headings', async () => {
    const { sheets, csv } = await readByPython([])
    expect(sheets.Things).toHaveLength(1)
    expect(csv).toHaveLength(1)
  })
})
