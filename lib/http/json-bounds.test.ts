import { expect, test } from 'vitest'
import { jsonBoundsFault } from './json-bounds'

const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)

test('32 levels may be parsed, 33 not, of lists and of objects', () => {
  expect(jsonBoundsFault(nested(32))).toBeNull()
  expect(jsonBoundsFault(nested(33))).toContain('32')
  expect(jsonBoundsFault(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`)).toBeNull()
  expect(jsonBoundsFault(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`)).toContain('32')
  expect(jsonBoundsFault('['.repeat(500_000))).toContain('32')
})

test('what lies side by side is not deep', () => {
  expect(jsonBoundsFault(`[${Array(1000).fill('[{"a":[]}]').join(',')}]`)).toBeNull()
})

test('brackets and quotes within a string count for nothing', () => {
  expect(jsonBoundsFault(JSON.stringify({ a: `${'['.repeat(100)}"\\"${'{'.repeat(100)},:`.repeat(1000) }))).toBeNull()
  expect(jsonBoundsFault(`["\\"${'['.repeat(100)}`)).toBeNull()
  expect(jsonBoundsFault(`["\\\\",${nested(33)}]`)).toContain('32')
})

test('a body of too many fields or items is refused', () => {
  expect(jsonBoundsFault(JSON.stringify(Array(50_000).fill(1)))).toBeNull()
  expect(jsonBoundsFault(JSON.stringify(Array(50_002).fill(1)))).toContain('too many')
  const names = Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`name${n}`, n]))
  expect(jsonBoundsFault(JSON.stringify(names))).toContain('too many')
})

test.each(['', '"', '"\\', ']', '}}}}', 'nonsense', '[1,'])('%j is left to the parser', (text) => {
  expect(jsonBoundsFault(text)).toBeNull()
})
