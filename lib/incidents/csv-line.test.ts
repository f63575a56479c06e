import { describe, expect, test } from 'vitest'
import { csvLine } from './csv-line'

describe('csvLine', () => {
  test('cells with commas, quotes or line breaks are quoted, and the record ends in CR LF', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain', null, 7])).toBe(
      '"a,b","say ""no""","two\nlines",plain,,7\r\n',
    )
  })
  test('what a spreadsheet would run is shown as text', () => {
    expect(csvLine(['=1+1', '+1 call', '-cmd', '@sum', '\tx'])).toBe("'=1+1,'+1 call,'-cmd,'@sum,'\tx\r\n")
    expect(csvLine(['=HYPERLINK("a","b")'])).toBe(`"'=HYPERLINK(""a"",""b"")"\r\n`)
  })
  test('nor behind blanks, nor in full-width characters', () => {
    for (const text of [' =1+1', '\u00a0@sum', '\ufeff=1', '＝1+1', '＋1 x', '－cmd', '＠sum', '\u3000＝1'])
      expect(csvLine([text])).toBe(`'${text}\r\n`)
    expect(csvLine(['\n=1'])).toBe(`"'\n=1"\r\n`)
    expect(csvLine(['a = b', ' plain', 'a@b.example'])).toBe('a = b, plain,a@b.example\r\n')
  })
  test('a negative number stays a number', () => {
    expect(csvLine([-3, '-3.5'])).toBe('-3,-3.5\r\n')
  })
})
