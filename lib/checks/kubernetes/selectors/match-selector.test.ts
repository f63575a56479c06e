import { expect, test } from 'vitest'
import { matchSelector, selectsAll } from './match-selector'

const labels = { app: 'web', tier: 'front' }
const by = (key: string, operator: string, ...values: string[]) => ({
  labels: {},
  expressions: [{ key, operator, values }],
})

test('a selector without parts selects everything, also what has no labels', () => {
  const everything = { labels: {}, expressions: [] }
  expect(matchSelector(everything, {})).toBe(true)
  expect(selectsAll(everything)).toBe(true)
})

test.each([
  ['In', ['web', 'api'], true],
  ['In', ['api'], false],
  ['NotIn', ['api'], true],
  ['NotIn', ['web'], false],
  ['Exists', [], true],
  ['DoesNotExist', [], false],
  ['Like', ['web'], false],
])('app %s %j is %s for app=web', (operator, values, selected) => {
  expect(matchSelector(by('app', operator, ...values), labels)).toBe(selected)
})

test.each([
  ['In', ['x'], false],
  ['NotIn', ['x'], true],
  ['Exists', [], false],
  ['DoesNotExist', [], true],
])('zone %s %j is %s where there is no zone', (operator, values, selected) => {
  expect(matchSelector(by('zone', operator, ...values), labels)).toBe(selected)
})

test('every part must hold', () => {
  const both = { labels: { app: 'web' }, expressions: [{ key: 'tier', operator: 'In', values: ['back'] }] }
  expect(matchSelector(both, labels)).toBe(false)
  expect(matchSelector({ ...both, expressions: [] }, labels)).toBe(true)
  expect(selectsAll(both)).toBe(false)
})

test('what every object inherits is no label', () => {
  expect(matchSelector(by('constructor', 'Exists'), labels)).toBe(false)
})
