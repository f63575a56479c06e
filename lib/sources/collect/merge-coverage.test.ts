import { expect, test } from 'vitest'
import type { Coverage } from '@/lib/model/coverage'
import type { UnknownCause } from '@/lib/model/resource'
import { hasAnswer, mergeCoverage, missing, unitStateOf } from './merge-coverage'

const record = (operation: string, pages: number, cause?: UnknownCause, items?: number): Coverage => ({
  operation,
  pages,
  items: pages * 10,
  error: cause ? { cause, code: cause, message: '', ...(items === undefined ? {} : { items }) } : null,
})

test('records of one operation add up, in the order of their names, however they came', () => {
  const lists = [[record('b', 1)], [record('a', 2), record('b', 3)], []]
  const merged = [
    { operation: 'a', pages: 2, items: 20, error: null },
    { operation: 'b', pages: 4, items: 40, error: null },
  ]
  expect(mergeCoverage(...lists)).toEqual(merged)
  expect(mergeCoverage(...lists.reverse())).toEqual(merged)
})

test('an error is never lost: those of single items add up, and one of all weighs more', () => {
  const some = record('a', 1, 'denied', 2)
  expect(mergeCoverage([some], [record('a', 1)], [some])[0]?.error).toMatchObject({ cause: 'denied', items: 4 })
  expect(mergeCoverage([some], [record('a', 0, 'unavailable')])[0]?.error).toEqual(record('a', 0, 'unavailable').error)
  expect(mergeCoverage([record('a', 0, 'unavailable')], [some])[0]?.error).toEqual(record('a', 0, 'unavailable').error)
})

test('what nothing was recorded of is recorded once', () => {
  const error = { cause: 'not_collected', code: 'x', message: '' } as const
  expect(missing(['a', 'b', 'b'], [record('a', 1)], error)).toEqual([{ operation: 'b', pages: 0, items: 0, error }])
})

test.each([
  ['ok', [record('a', 1), record('b', 0, 'unavailable')]],
  ['ok', [record('a', 1, 'unavailable')]],
  ['ok', [record('a', 0, 'unsupported')]],
  ['denied', [record('a', 1), record('b', 1, 'denied', 3)]],
  ['denied', [record('a', 0, 'unavailable'), record('b', 0, 'denied')]],
  ['failed', [record('a', 0, 'unavailable'), record('b', 0, 'not_collected')]],
] as const)('a unit is %s', (state, coverage) => {
  expect(unitStateOf(coverage)).toBe(state)
})

test('a page before the error is an answer; nothing at all is none', () => {
  expect(hasAnswer([record('a', 1, 'unavailable')])).toBe(true)
  expect(hasAnswer([record('a', 0, 'unavailable', 3)])).toBe(true)
  expect(hasAnswer([record('a', 0, 'unavailable')])).toBe(false)
  expect(hasAnswer([])).toBe(false)
})
