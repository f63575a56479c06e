import { expect, test } from 'vitest'
import { figures, textTable } from './text-table'

test('words start together, figures end together, and no line ends in spaces', () => {
  const text = textTable(
    [{ title: 'Name' }, ...figures('People'), { title: 'Note' }],
    [
      ['Northgate', '15,000', ''],
      ['Arc', '700', 'synthetic'],
    ],
  )
  expect(text.split('\n')).toEqual(['Name       People  Note', 'Northgate  15,000', 'Arc           700  synthetic'])
})
