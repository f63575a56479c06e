import { describe, expect, test } from 'vitest'
import { SNIFF_BYTES, sniffCsv } from './sniff-csv'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
const format = (text: string) => {
  const found = sniffCsv(utf8(text))
  return 'format' in found ? found.format : found.problems
}
const problems = (file: Uint8Array) => {
  const found = sniffCsv(file)
  return 'problems' in found ? found.problems : []
}

describe('delimiter and header', () => {
  test.each([
    ['id,title\n1,a\n', ','],
    ['id;title\r\n1;a\r\n', ';'],
    ['id\ttitle\r1\ta\r', '\t'],
    ['id,title', ','],
    ['\n\r\n  \nid,title\n1,a', ','],
    ['";id",title\n"a,b;c;d",e\n', ','],
    // Decimal commas outnumber the delimiter.
    ['id;title\n1,5;2,5\n3,5;4,5\n', ';'],
    ['id;a, b, c;title\n1;x;y\n2;x;y\n', ';'],
  ])('%j', (text, delimiter) => expect(format(text)).toMatchObject({ delimiter, bom: false }))

  test('headers are trimmed, quotes taken off, blank ones kept in place', () =>
    expect(format(' id ,"short, description",,\n1,2,3,\n')).toMatchObject({
      headers: ['id', 'short, description', '', ''],
    }))

  test('one column is a file too', () =>
    expect(format('id\n1\n2\n')).toMatchObject({ delimiter: ',', headers: ['id'] }))

  test('a byte order mark is seen and is no part of the first name', () =>
    expect(format('\ufeffid;title\n1;a\n')).toEqual({ bom: true, delimiter: ';', headers: ['id', 'title'] }))

  test('a fault below the header is left to the reading of rows', () =>
    expect(format('id;title\n1;"a" b\n')).toMatchObject({ delimiter: ';', headers: ['id', 'title'] }))

  test('a head cut within a row, a quoted cell or a character still tells the format', () => {
    const row = `1;"${'é'.repeat(1000)}\n"\n`
    for (const pad of [0, 1, 2, 3]) {
      const file = utf8(`id;tit${'l'.repeat(pad)}e\n${row.repeat(100)}`)
      expect(file.length).toBeGreaterThan(SNIFF_BYTES)
      expect(sniffCsv(file.subarray(0, SNIFF_BYTES))).toEqual(sniffCsv(file))
      expect(sniffCsv(file)).toMatchObject({ format: { delimiter: ';' } })
    }
  })
})

test('the row a head is cut in has no say in the delimiter', () => {
  const file = utf8(`id;title, short\n${`1;"${'é'.repeat(1000)}"\n`.repeat(100)}`)
  expect(sniffCsv(file)).toMatchObject({ format: { delimiter: ';', headers: ['id', 'title, short'] } })
})

describe('problems', () => {
  test.each([
    ['nothing', utf8('')],
    ['a byte order mark alone', utf8('\ufeff')],
    ['blank lines', utf8(' \n\r\n\n')],
    ['bare delimiters', utf8(';;\n;;\n')],
  ])('%s is an empty file', (_, file) => expect(problems(file)).toEqual([{ field: 'file', reason: 'it is empty' }]))

  test('columns of the same name are named with their places', () =>
    expect(problems(utf8('id,opened, id,x,x\n1,2,3,4,5'))).toEqual([
      { row: 1, field: 'id', reason: 'columns 1 and 3 are all named "id"; rename all but one' },
      { row: 1, field: 'x', reason: 'columns 4 and 5 are all named "x"; rename all but one' },
    ]))

  test('a header that never closes its quote', () =>
    expect(problems(utf8('"id,title\n1,a\n'))).toEqual([
      { row: 1, field: 'file', reason: 'a quoted cell that starts in this row is never closed' },
    ]))

  test('a name too long to be one', () =>
    expect(problems(utf8(`id,${'x'.repeat(201)}\n`))[0]?.reason).toContain('longer than 200'))

  test.each([
    ['UTF-16 little endian', Uint8Array.from([0xff, 0xfe, ...utf16('id,title')])],
    ['UTF-16 big endian', Uint8Array.from([0xfe, 0xff, 0, 105, 0, 100])],
    ['UTF-16 without a mark', utf16('id,title\n')],
  ])('%s is refused and told how to save', (_, file) =>
    expect(problems(file)).toEqual([
      { field: 'file', reason: 'it is UTF-16 text; save it as "CSV UTF-8" and try again' },
    ]),
  )

  test.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 20, 0], 'Excel workbook'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'gzip'],
    ['bytes with NUL', [105, 100, 10, 1, 2, 0, 4], 'NUL'],
    ['Latin-1', [105, 100, 44, 0xe9, 10], 'not UTF-8'],
    ['a lone continuation byte', [0x80], 'not UTF-8'],
  ])('%s is refused', (_, bytes, reason) => expect(problems(Uint8Array.from(bytes))[0]?.reason).toContain(reason))
})
