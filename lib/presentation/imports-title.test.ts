import { expect, test } from 'vitest'
import { importsTitle } from './imports-title'

const batch = (fileName: string, undoneAt: string | null) => ({
  fileName,
  createdAt: '2026-03-04T10:00:00.000Z',
  undoneAt,
})

test('the latest import that still holds is named, an undone one never', () => {
  expect(importsTitle([])).toBe('No imports yet')
  expect(importsTitle([batch('b.csv', '2026-03-05T00:00:00.000Z'), batch('a.csv', null)])).toBe(
    'Last import on 4 Mar 2026: a.csv',
  )
  expect(importsTitle([batch('b.csv', '2026-03-05T00:00:00.000Z')])).toBe('Every import was undone')
})
