import { expect, test } from 'vitest'
import { capitalized, countWord, listed } from './wording'

test('counts are words up to twelve and figures beyond', () => {
  expect([0, 1, 12, 13, 1000].map(countWord)).toEqual(['no', 'one', 'twelve', '13', '1,000'])
})

test('lists read as a sentence', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C'])
  expect(capitalized('nine of twelve')).toBe('Nine of twelve')
})
