import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

/** A double from its sixteen hexadecimal digits. */
function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${hex}`))
  return view.getFloat64(0)
}

/** RFC 8785 appendix B: IEEE 754 bits and how they are written. */
const NUMBERS: [bits: string, text: string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

describe('canonicalJson', () => {
  test.each(NUMBERS)('%s is written as RFC 8785 appendix B says', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text)
  })
  test('writes the example of RFC 8785 section 3.2.2 as section 3.2.3 does', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })
  test('sorts keys by UTF-16 code units, as RFC 8785 section 3.2.3 shows', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const said = Object.values(JSON.parse(canonicalJson({ values: Object.entries(value) }))).flat()
    expect(said).toHaveLength(7)
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name?.split(/[ :]/)[0])
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'])
  })
  test('says the same of the same value, however its keys lie, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })
  const refused: [name: string, value: unknown, place: string][] = [
    ['undefined', undefined, 'the value is undefined'],
    ['a missing property', { a: { b: undefined } }, 'the value.a.b is undefined'],
    ['a hole in a list', Array(1), 'the value[0] is undefined'],
    ['not a number', { n: Number.NaN }, 'the value.n is NaN'],
    ['an infinity', [Number.POSITIVE_INFINITY], 'the value[0] is Infinity'],
    ['a bigint', { seq: 1n }, 'the value.seq is a bigint'],
    ['a function', { f: () => 1 }, 'the value.f is a function'],
    ['a date', { at: new Date(0) }, 'the value.at is an instance of Date'],
    ['a map', new Map([[1, 2]]), 'the value is an instance of Map'],
    ['half a character', { name: 'a\ud800' }, 'the value.name holds half a character'],
    ['half a character in a key', { '\udc00': 1 }, 'a key of the value holds half a character'],
  ]
  test.each(refused)('refuses %s instead of losing it', (_, value, place) => {
    expect(() => canonicalJson(value)).toThrow(place)
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  )
}
