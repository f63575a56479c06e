import { describe, expect, test } from 'vitest'
import { lineOfText, readExternalId } from './cell-text'

describe('lineOfText', () => {
  test('keeps a formula as written: neutralising it is for whoever writes CSV', () =>
    expect(lineOfText('=HYPERLINK("http://x","y")', 500)).toBe('=HYPERLINK("http://x","y")'))

  test('turns control characters and line breaks into one space', () =>
    expect(lineOfText(' a\r\nb\u0000\u0007c\u009b\u2028d ', 500)).toBe('a b c d'))

  test('cuts at the limit with an ellipsis, never through a character', () => {
    expect(lineOfText('x'.repeat(500), 500)).toHaveLength(500)
    expect(lineOfText('x'.repeat(501), 500)).toBe(`${'x'.repeat(499)}…`)
    expect(lineOfText(`${'x'.repeat(498)}😀😀`, 500)).toBe(`${'x'.repeat(498)}…`)
  })

  test.each(['', '  ', '?', 'N/A', '\t'])('%j is not known', (cell) => expect(lineOfText(cell, 500)).toBeNull())
})

describe('readExternalId', () => {
  test.each(['INC0000045', '42', '-7', '+49', '数-1'])('%s is an id', (id) =>
    expect(readExternalId(` ${id} `)).toEqual({ id }),
  )

  test.each([
    ['', 'no id'],
    ['?', 'no id'],
    ['N/A', 'no id'],
    ['x'.repeat(201), 'longer than 200'],
    ['a\nb', 'control characters'],
    ['a\u0007', 'control characters'],
    ['=1+1', 'starts with "="'],
    ['@SUM(A1)', 'starts with "@"'],
  ])('%.12j is refused: %s', (cell, reason) =>
    expect(readExternalId(cell)).toEqual({ reason: expect.stringContaining(reason) }),
  )
})
