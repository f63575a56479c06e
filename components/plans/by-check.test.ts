import { expect, test } from 'vitest'
import { byCheck, heaviestFirst } from './by-check'

test('resources stand under their check, in the order of the checks, and none is lost', () => {
  const of = (checkId: string, resource: string) => ({ checkId, resource })
  expect(byCheck([of('b', '1'), of('a', '2'), of('b', '3')])).toEqual([
    { checkId: 'b', items: [of('b', '1'), of('b', '3')] },
    { checkId: 'a', items: [of('a', '2')] },
  ])
  expect(byCheck([])).toEqual([])
})

test('what weighs most comes first, and equal weights keep their order', () => {
  const of = (checkId: string, severity: 'critical' | 'high' | 'medium') => ({ checkId, severity })
  const given = [of('a', 'medium'), of('b', 'high'), of('c', 'critical'), of('d', 'high')]
  expect(heaviestFirst(given).map(({ checkId }) => checkId)).toEqual(['c', 'b', 'd', 'a'])
})
