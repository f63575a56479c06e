import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { plainJson, plainObject } from './plain-json'

describe('plainJson', () => {
  test('leaves what JSON holds as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(plainJson(value)).toEqual(value)
      }),
    )
  })
  test('whatever the characters, the result has a canonical form and no character Postgres refuses', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), (value) => {
        expect(canonicalJson(plainObject(value))).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }),
    )
    expect(plainJson(['a\0b', 'a\ud800'])).toEqual(['a\ufffdb', 'a\ufffd'])
  })
  test('leaves out what is undefined and writes dates as instants', () => {
    expect(plainJson({ a: undefined, b: [undefined], at: new Date(0) })).toEqual({
      b: [null],
      at: '1970-01-01T00:00:00.000Z',
    })
  })
  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [Symbol('s')]])(
    'refuses %s instead of losing it',
    (value) => {
      expect(() => plainJson({ value })).toThrow(TypeError)
    },
  )
})
