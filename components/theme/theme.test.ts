import { expect, test } from 'vitest'
import { parseTheme, THEMES } from './theme'

test('each theme is kept, and anything else follows the system', () => {
  expect(THEMES.map(parseTheme)).toEqual([...THEMES])
  expect([undefined, '', 'Dark', 'x"><script>'].map(parseTheme)).toEqual(['system', 'system', 'system', 'system'])
})
