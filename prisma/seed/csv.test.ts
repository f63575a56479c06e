import { expect, test } from 'vitest'
import { toCsv } from './csv'

test('cells that would break a row are quoted, and what is not known stays empty', () => {
  const text = toCsv(
    ['id', 'title'],
    [
      { id: 1, title: 'said "no", twice' },
      { id: 2, title: 'two\nlines' },
      { id: 3, title: null },
    ],
  )
  expect(text).toBe('id,title\n1,"said ""no"", twice"\n2,"two\nlines"\n3,')
})
