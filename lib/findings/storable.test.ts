import { describe, expect, test } from 'vitest'
import { storableJson, storableText } from './storable'

test('text is kept but for NUL and halves of characters', () => {
  expect(storableText('a\0b \ud800 💥')).toBe('ab \ufffd 💥')
})

describe('JSON for jsonb', () => {
  test.each<[string, unknown, unknown]>([
    ['NUL in a value', { a: 'x\0y' }, { a: 'xy' }],
    ['NUL in a key', { 'x\0y': 1 }, { xy: 1 }],
    ['half a character', ['\udc00'], ['\ufffd']],
    ['what only looks like an escape', ['\\u0000', '\\\\u0000', '\\\0'], ['\\u0000', '\\\\u0000', '\\']],
    ['a whole pair', ['💥\u0001'], ['💥\u0001']],
    ['nothing', undefined, null],
  ])('%s', (_, value, stored) => {
    expect(JSON.parse(storableJson(value))).toEqual(stored)
  })
})
