import { describe, expect, test } from 'vitest'
import { printable } from './printable'

describe('printable', () => {
  test('names of Latin, Greek and Cyrillic script stay as they are', () => {
    for (const name of ['Bärbel Müller', 'Łukasz Żółć', 'Renée', 'Nguyễn Thị', 'Ελλάδα', 'Москва', 'Şükrü İnönü'])
      expect(printable(name)).toBe(name)
  })

  test('letters and marks that came apart are put together first', () => {
    expect(printable('e\u0301')).toBe('é')
  })

  test('signs the fonts lack are written in characters of the same meaning', () => {
    expect(printable('24.2 → 9.8, ≥ 3 and ≤ 5')).toBe('24.2 -> 9.8, >= 3 and <= 5')
    expect(printable('o\ufb03ce')).toBe('office')
  })

  test('a script the fonts do not hold is named by its code points, never left blank', () => {
    expect(printable('漢字 😀')).toBe('[U+6F22][U+5B57] [U+1F600]')
  })

  test('what only directs the layout, and could hide or turn text around, is dropped', () => {
    expect(printable('abc\u202efdp.exe\u200b')).toBe('abcfdp.exe')
  })
})
