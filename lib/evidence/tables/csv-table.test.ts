import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv-table'
import { jsonOf } from './json-table'
import { columnsOf, type Table } from './table'

type Row = { name: string | null; n: number | null; ok: boolean | null; ids: string[]; detail: object | null }
const { text, number, boolean, list, structure } = columnsOf<Row>()
const table: Table<Row> = {
  name: 'things',
  title: 'Things',
  columns: [
    text('name', 'Name'),
    number('n', 'N'),
    boolean('ok', 'OK'),
    list('place.ids', 'Ids', ({ ids }) => ids),
    structure('detail', 'Detail'),
  ],
}
const rows: Row[] = [
  { name: '=1+1', n: -3.5, ok: true, ids: ['IAM-01', 'NET-02'], detail: { b: 1, a: 'x"y' } },
  { name: 'two\nlines, "quoted" ü 😀', n: null, ok: null, ids: [], detail: null },
]
async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('a table as text', () => {
  test('CSV and JSON hold the same rows in the same columns; JSON keeps the raw text', async () => {
    const csv: Record<string, string>[] = parse(await all(csvOf(table, [rows.slice(0, 1), [], rows.slice(1)])), {
      columns: true,
    })
    expect(csv).toEqual([
      { name: "'=1+1", n: '-3.5', ok: 'true', 'place.ids': 'IAM-01 NET-02', detail: '{"a":"x\\"y","b":1}' },
      { name: 'two\nlines, "quoted" ü 😀', n: '', ok: '', 'place.ids': '', detail: '' },
    ])
    expect(JSON.parse(await all(jsonOf(table, [rows])))).toEqual(
      rows.map(({ ids, ...row }) => ({ ...row, place: { ids } })),
    )
  })
  test('an empty table is its columns, and an empty list', async () => {
    expect(await all(csvOf(table, []))).toBe('name,n,ok,place.ids,detail\r\n')
    expect(await all(jsonOf(table, [[]]))).toBe('[]\n')
  })
})
