import { describe, expect, test } from 'vitest'
import { tableCsv } from './table-csv'

const csv = (value: string | number | null) => tableCsv({ columns: [{ label: 'x' }], rows: [[value]] }).split('\r\n')[1]

describe('a table as CSV', () => {
  test('has one line per row, ended by CRLF, headings first', () => {
    const table = {
      columns: [{ label: 'Month' }, { label: 'Value' }],
      rows: [
        ['Jan', 1.5],
        ['Feb', null],
      ],
    }
    expect(tableCsv(table)).toBe('Month,Value\r\nJan,1.5\r\nFeb,\r\n')
  })

  test('leaves what is not known empty, and keeps zero', () => {
    expect([csv(null), csv(0)]).toEqual(['', '0'])
  })

  test.each(['=1+1', '+1', '-1', '@x', '\tx'])('a spreadsheet does not run %j', (text) => {
    expect(csv(text)).toBe(`'${text}`)
  })

  test('a negative number stays a number', () => {
    expect(csv(-3.2)).toBe('-3.2')
  })

  test('commas, quotes and line breaks survive', () => {
    expect(tableCsv({ columns: [{ label: 'x' }], rows: [['a,"b"\nc']] })).toBe('x\r\n"a,""b""\nc"\r\n')
  })
})
