import { expect, test } from 'vitest'
import { parseTheme, THEMES, themeCookie } from './theme'

test('each theme is kept, and anything else follows the system', () => {
  expect(THEMES.map(parseTheme)).toEqual([...THEMES])
  expect([undefined, '', 'Dark', 'x"><script>'].map(parseTheme)).toEqual(['system', 'system', 'system', 'system'])
})
test('the theme chosen over https is never sent without it, and a laptop without https keeps one too', () => {
  expect(themeCookie('dark', 'https:')).toBe('theme=dark; path=/; max-age=31536000; samesite=lax; secure')
  expect(themeCookie('dark', 'http:')).not.toContain('secure')
})
