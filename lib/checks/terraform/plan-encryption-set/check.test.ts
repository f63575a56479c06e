import { expect, test } from 'vitest'
import type { Reading } from '@/lib/model/resource'
import { resourceOf, scopeOf } from '@/lib/testing/facts-of'
import { planEncryptionSet } from './check'

const LATER: Reading<boolean> = { unread: 'not_collected', operation: 'terraform:resource_changes' }
const store = (id: string, ...on: Reading<boolean>[]) =>
  resourceOf('terraform.store', id, {
    kind: 'aws_ebs_volume',
    encryption: on.map((one, i) => ({ attribute: `encrypted${i}`, on: one })),
  })
const evaluate = (...resources: ReturnType<typeof store>[]) =>
  planEncryptionSet.evaluate(scopeOf({ resources, checks: [planEncryptionSet] }), { now: '2026-01-01T00:00:00Z' })

test('passes when every attribute that says so is on', () => {
  expect(evaluate(store('a', { value: true }), store('b', { value: true }, { value: true }))).toMatchObject({
    verdict: 'pass',
    numerator: 2,
    denominator: 2,
  })
})

test('fails when one of them is off, naming it, whatever the others are', () => {
  const { verdict, failing } = evaluate(store('a', LATER, { value: false }), store('b', LATER))
  expect([verdict, failing[0]?.detail.off]).toEqual(['fail', ['encrypted1']])
})

test('is unknown while one is known only after apply', () => {
  expect(evaluate(store('a', { value: true }), store('b', LATER))).toMatchObject({
    verdict: 'unknown',
    undecided: [{}],
  })
})

test('leaves out what has no storage of its own, and does not apply to nothing', () => {
  expect(evaluate(store('a')).verdict).toBe('not_applicable')
  expect(evaluate().verdict).toBe('not_applicable')
})

test('is unknown where no plan was handed in', () => {
  const gaps = [{ operation: 'terraform:resource_changes' }]
  const facts = scopeOf({ resources: [], gaps, checks: [planEncryptionSet] })
  expect(planEncryptionSet.evaluate(facts, { now: '2026-01-01T00:00:00Z' }).verdict).toBe('unknown')
})
