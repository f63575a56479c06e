import { describe, expect, test } from 'vitest'
import { arrayLiteral } from './array-literal'

describe('arrayLiteral', () => {
  test('null is told apart from the word NULL and from empty text', () => {
    expect(arrayLiteral([null, 'NULL', ''])).toBe('{NULL,"NULL",""}')
  })
  test('quotes, backslashes, commas and braces stay inside their element', () => {
    expect(arrayLiteral(['a"b', 'c\\d', 'e,f', '{g}'])).toBe('{"a\\"b","c\\\\d","e,f","{g}"}')
  })
  test('numbers and truth values need no quotes', () => {
    expect(arrayLiteral([1, -2.5, true, false])).toBe('{1,-2.5,true,false}')
  })
})
