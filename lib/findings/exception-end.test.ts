import { expect, test } from 'vitest'
import { exceptionEndFault } from './exception-end'

test.each([
  ['2026-03-09', 'has passed'],
  ['2026-03-10', null],
  ['2027-03-10', null],
  ['2027-03-11', 'must be at most 365 days ahead'],
])('an exception until %s, asked for on 10 March 2026: %s', (until, fault) => {
  expect(exceptionEndFault(until, '2026-03-10')).toBe(fault)
})
