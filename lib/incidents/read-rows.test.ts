import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import type { Row } from './csv-format'
import { peekHead } from './peek-head'
import { readRowBatches, readRows } from './read-rows'
import { SNIFF_BYTES, sniffCsv } from './sniff-csv'

async function* cut(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

/** Peeks, sniffs and reads a file that arrives in chunks of `size` bytes. */
async function readAll(file: Uint8Array, size = 65_536): Promise<Row[]> {
  const { head, chunks } = await peekHead(cut(file, size))
  const found = sniffCsv(head)
  if ('problems' in found) throw new AppError('invalid', { problems: found.problems })
  return collect(readRows(chunks, found.format))
}

const rows = (text: string, size?: number) => readAll(new TextEncoder().encode(text), size)

/** The one structural problem of a file. */
const fault = async (text: string, size?: number) => {
  const error = await rows(text, size).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe('invalid')
  return (error as AppError).problems[0]
}

describe('known answers', () => {
  test('lines of an event log, with their line numbers', async () => {
    const log =
      'number,incident_state,opened_at,resolved_at,impact\n' +
      'INC0000045,New,29/2/2016 01:16,?,2 - Medium\n' +
      'INC0000045,Resolved,29/2/2016 01:16,29/2/2016 11:29,2 - Medium\n'
    expect(await rows(log)).toEqual([
      { row: 2, cells: ['INC0000045', 'New', '29/2/2016 01:16', '?', '2 - Medium'] },
      { row: 3, cells: ['INC0000045', 'Resolved', '29/2/2016 01:16', '29/2/2016 11:29', '2 - Medium'] },
    ])
  })

  test.each([
    ['comma, LF', 'id,title\n1,a\n'],
    ['semicolon, CRLF, byte order mark', '\ufeffid;title\r\n1;a\r\n'],
    ['tab, no end of line at the end', 'id\ttitle\n1\ta'],
    ['CR alone', 'id,title\r1,a\r'],
    ['byte order mark before a quote', '\ufeff"id",title\n1,a\n'],
    ['quotes throughout', '"id","title"\r\n"1","a"'],
  ])('%s', async (_, text) => expect(await rows(text)).toEqual([{ row: 2, cells: ['1', 'a'] }]))

  test('quoted cells hold delimiters, quotes and line breaks; a record is numbered by its first line', async () => {
    const text = 'id;title\r\n1;"a;""b""\r\nc\nd"\r\n2;e\r\n\r\n;\r\n3;"f\n"\r\n4;g'
    expect(await rows(text)).toEqual([
      { row: 2, cells: ['1', 'a;"b"\r\nc\nd'] },
      { row: 5, cells: ['2', 'e'] },
      { row: 8, cells: ['3', 'f\n'] },
      { row: 10, cells: ['4', 'g'] },
    ])
  })

  test('blank lines count as lines, before the header too', async () =>
    expect(await rows('\n\nid,title\n\n1,a\n')).toEqual([{ row: 5, cells: ['1', 'a'] }]))

  test('a header without rows holds none', async () => expect(await rows('id,title\n')).toEqual([]))
})

describe('a structure that cannot be read stops the file with row and reason', () => {
  test.each([
    ['id,title\n1,a\n2,b,c\n', 3, 'it has 3 cells where the header has 2'],
    ['id,title\n1\n', 2, 'it has 1 cells where the header has 2'],
    ['id,title\n1,a\n2,"b\n3,c\n4,d\n', 3, 'never closed'],
    ['id,title\n1,"a\n\nb"\n2,"c" d\n', 5, 'text follows a closing quote'],
    ['id,title\n1,5" disk\n', 2, 'a quote stands inside a cell'],
    [`id,title\n1,a\n2,"${'x'.repeat(1_000_001)}\n`, 3, 'longer than 1,000,000 characters'],
    ['id,title\n1,a\n2,\u0000\n', 3, 'NUL'],
  ])('%#: row %i', async (text, row, reason) => {
    for (const size of [1 << 16, 7])
      expect(await fault(text, size)).toEqual({
        row,
        field: expect.any(String),
        reason: expect.stringContaining(reason),
      })
  })

  test('bytes that are no UTF-8 far below the head are found', async () => {
    const good = new TextEncoder().encode(`id,title\n${'1,abcdefgh\n'.repeat(10_000)}`)
    const file = Uint8Array.from([...good, 49, 44, 0xe9, 10])
    expect(file.length).toBeGreaterThan(SNIFF_BYTES)
    await expect(readAll(file)).rejects.toMatchObject({
      problems: [{ row: 10_002, reason: expect.stringContaining('UTF-8') }],
    })
  })
})

test('a file that ends inside a character is not read as if it were whole', async () => {
  const file = Uint8Array.from([...new TextEncoder().encode('id,title\n1,a'), 0xe2, 0x82])
  const read = collect(readRows(cut(file, 100), { bom: false, delimiter: ',', headers: ['id', 'title'] }))
  await expect(read).rejects.toMatchObject({ problems: [{ row: 2, reason: expect.stringContaining('UTF-8') }] })
})

describe('streams', () => {
  const format = { bom: false, delimiter: ',', headers: ['id'] } as const

  test('an error of the source comes out as it is', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('id\n1\n')
      throw new Error('the disk went away')
    }
    await expect(collect(readRows(broken(), { ...format, headers: ['id'] }))).rejects.toThrow('the disk went away')
  })

  test('a consumer that stops early lets go of the source', async () => {
    let closed = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield new TextEncoder().encode('id\n')
        for (;;) yield new TextEncoder().encode('1\n')
      } finally {
        closed = true
      }
    }
    const { chunks } = await peekHead(endless())
    for await (const row of readRows(chunks, { ...format, headers: ['id'] })) if (row.row > 100) break
    expect(closed).toBe(true)
  })

  test('a file handed over as one chunk still comes in small batches', async () => {
    const file = new TextEncoder().encode(`id\n${'1\n'.repeat(200_000)}`)
    const batches = await collect(readRowBatches(cut(file, file.length), { ...format, headers: ['id'] }))
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThan(70_000)
    expect(batches.reduce((sum, batch) => sum + batch.length, 0)).toBe(200_000)
  })
})

describe('properties', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'é', '😀', '='), maxLength: 6 })
  const table = fc.array(fc.tuple(fc.constantFrom('1', '22'), cell, cell), { minLength: 1, maxLength: 30 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('what is written with quotes is read back, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 20 }),
        async (cells, end, size) => {
          const text = [['id', 'b', 'c'], ...cells].map((each) => each.map(quote).join(',') + end).join('')
          expect((await rows(text, size)).map((row) => row.cells)).toEqual(cells)
        },
      ),
    )
  })

  test('any bytes give rows or an error that says what is wrong', async () => {
    const junk = fc.string({
      unit: fc.constantFrom('a', '"', '""', ',', ';', '\t', '\n', '\r', 'é', '\u0000', '\ufeff'),
      maxLength: 60,
    })
    const file = fc.oneof(
      junk.map((text) => new TextEncoder().encode(`id,b\n${text}`)),
      junk.map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 64 }), async (bytes, size) => {
        const read = await readAll(bytes, size).catch((error: unknown) => error)
        if (Array.isArray(read)) return
        expect(read).toBeInstanceOf(AppError)
        expect(read).toMatchObject({ code: 'invalid' })
        expect((read as AppError).problems[0]?.reason).toMatch(/./)
      }),
      { numRuns: 2000 },
    )
  })
})
