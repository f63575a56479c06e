import { describe, expect, test } from 'vitest'
import { columnsOf, type Table } from '@/lib/evidence/tables/table'
import { workbookParts } from './workbook'

type Row = { text: string | null; n: number | null; ok: boolean | null; at: string | null; on: string | null }
const { text, number, boolean, instant, day } = columnsOf<Row>()
const table: Table<Row> = {
  name: 'things',
  title: 'Things',
  columns: [text('text', 'Text'), number('n', 'N'), boolean('ok', 'OK'), instant('at', 'At'), day('on', 'On')],
}
const none: Row = { text: null, n: null, ok: null, at: null, on: null }
const about = { organization: { slug: 'meridian', name: 'Meridian & Co' }, asOf: '2026-11-22T12:00:00Z', filter: null }

/** Every file of the workbook, by name. */
async function filesOf(pages: Iterable<readonly Row[]>): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for await (const { name, pieces } of workbookParts(table, pages, about)) {
    files[name] = ''
    for await (const piece of pieces) files[name] += piece
  }
  return files
}
const sheetOf = async (...rows: Row[]) => (await filesOf([rows]))['xl/worksheets/sheet1.xml'] ?? ''
const textOf = (xml: string) => /<row r="2">.*?<t [^>]*>(.*?)<\/t>/s.exec(xml)?.[1]

describe('the files of a workbook', () => {
  test('numbers, truth and dates are what they are; an empty cell is no cell', async () => {
    const sheet = await sheetOf({ text: 'a', n: -3.5, ok: false, at: '2026-01-01T12:00:00Z', on: '2026-01-01' }, none)
    expect(sheet).toContain('<c r="B2"><v>-3.5</v></c><c r="C2" t="b"><v>0</v></c>')
    expect(sheet).toContain('<c r="D2" s="2"><v>46023.5</v></c><c r="E2" s="3"><v>46023</v></c>')
    expect(sheet).toContain('<row r="3"></row>')
  })
  test('a day before spreadsheets agree on days is text, and so is what is no date', async () => {
    expect(await sheetOf({ ...none, on: '1900-02-28' })).toContain(
      't="inlineStr"><is><t xml:space="preserve">1900-02-28',
    )
    expect(await sheetOf({ ...none, at: 'soon' })).toContain('soon')
  })
  test('no text is ever a formula, or an element', async () => {
    const sheet = await sheetOf({ ...none, text: '=HYPERLINK("x")</t><f>1</f>' })
    expect(textOf(sheet)).toBe('=HYPERLINK("x")&lt;/t&gt;&lt;f&gt;1&lt;/f&gt;')
    expect(sheet).not.toContain('<f>')
  })
  test('what XML cannot hold is written in the way spreadsheets read it', async () => {
    expect(textOf(await sheetOf({ ...none, text: '\u0001 _x0001_ \ud83d \uffff' }))).toBe(
      '_x0001_ _x005F_x0001_ \ufffd _xFFFF_',
    )
    expect(textOf(await sheetOf({ ...none, text: 'two\r\nlines\tü😀' }))).toBe('two\nlines\tü😀')
  })
  test('a text that fits no cell is whole on a sheet of its own', async () => {
    const long = `${'x'.repeat(32_766)}😀${'y'.repeat(40_000)}`
    const files = await filesOf([[{ ...none, text: long }]])
    expect(textOf(files['xl/worksheets/sheet1.xml'] ?? '')).toContain('whole on the sheet “Long texts”, rows 2 to 4')
    const kept = [...(files['xl/worksheets/sheet2.xml'] ?? '').matchAll(/<c r="D\d+"[^>]*><is><t[^>]*>(.*?)<\/t>/g)]
    expect(
      kept
        .slice(1)
        .map(([, part]) => part)
        .join(''),
    ).toBe(long)
  })
  test('more of that than memory should hold is refused, and CSV named', async () => {
    const rows = Array.from({ length: 20 }, () => ({ ...none, text: 'x'.repeat(1_000_000) }))
    await expect(filesOf([rows])).rejects.toMatchObject({ code: 'invalid', detail: expect.stringContaining('CSV') })
  })
  test('a sheet says what the rows are and how many; it is shown first', async () => {
    const files = await filesOf([[none, none], [], [none]])
    expect(files['xl/workbook.xml']).toMatch(/name="About".*name="Things"/)
    expect(files['xl/worksheets/sheet2.xml']).toContain('Meridian &amp; Co (meridian)')
    expect(files['xl/worksheets/sheet2.xml']).toContain('<c r="B5"><v>3</v></c>')
  })
  test('an empty table is its headings', async () => {
    const sheet = (await filesOf([]))['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('>Text</t>')
    expect(sheet).toContain('<autoFilter ref="A1:E1"/>')
  })
  test('rows past the end of a sheet go on the next', async () => {
    const page = Array.from({ length: 1_048_576 }, () => none)
    const files = await filesOf([page])
    expect(files['xl/workbook.xml']).toContain('name="Things 2"')
    expect(files['xl/worksheets/sheet2.xml']).toMatch(/<row r="2"><\/row><\/sheetData>/)
  })
})
