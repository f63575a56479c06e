import { expect, test } from 'vitest'
import { resourceOf, scopeOf, type ToldGap } from '@/lib/testing/facts-of'
import { planChecksPass } from './check'

const evaluate = (statuses: string[], gaps: ToldGap[] = []) =>
  planChecksPass.evaluate(
    scopeOf({
      resources: statuses.map((status, n) => resourceOf('terraform.check', `check.c${n}`, { kind: 'check', status })),
      gaps,
      checks: [planChecksPass],
    }),
    { now: '2026-01-01T00:00:00Z' },
  )

test.each([
  [['pass', 'pass'], 'pass'],
  [['pass', 'fail', 'unknown'], 'fail'],
  [['pass', 'unknown'], 'unknown'],
  [['error'], 'unknown'],
  [['something new'], 'unknown'],
  [[], 'not_applicable'],
] as const)('%j is %s', (statuses, verdict) => expect(evaluate([...statuses]).verdict).toBe(verdict))

test('what could not be evaluated was not available, what waits for apply was not collected', () => {
  expect(evaluate(['error', 'unknown']).undecided.map(({ cause }) => cause)).toEqual(['unavailable', 'not_collected'])
})

test('a plan that is not whole shows what fails and nothing that passes', () => {
  const gaps: ToldGap[] = [{ operation: 'terraform:checks', cause: 'not_collected' }]
  expect(evaluate(['pass'], gaps).verdict).toBe('unknown')
  expect(evaluate(['fail'], gaps).verdict).toBe('fail')
})
