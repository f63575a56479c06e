import { expect, test } from 'vitest'
import type { TerraformFacts } from '@/lib/model/facts/terraform'
import { resourceOf, scopeOf } from '@/lib/testing/facts-of'
import { planNoPublicBucket } from './check'

type Block = TerraformFacts['terraform.public-access-block']

const LATER = { unread: 'not_collected', operation: 'terraform:resource_changes' } as const
const ON = { value: true }
const bucket = (id: string, name: string | null = null) =>
  resourceOf('terraform.bucket', id, { bucket: name === null ? LATER : { value: name } })
const block = (of: Block['of'], more: Partial<Block> = {}) =>
  resourceOf('terraform.public-access-block', `block of ${JSON.stringify(of)} ${JSON.stringify(more)}`, {
    of,
    blockPublicAcls: ON,
    blockPublicPolicy: ON,
    ignorePublicAcls: ON,
    restrictPublicBuckets: ON,
    ...more,
  })
type Resources = Parameters<typeof scopeOf>[0]['resources']
const evaluate = (resources: Resources, gaps: Parameters<typeof scopeOf>[0]['gaps'] = []) =>
  planNoPublicBucket.evaluate(scopeOf({ resources, gaps, checks: [planNoPublicBucket] }), {
    now: '2026-01-01T00:00:00Z',
  })

test('passes when every bucket has a block, by address or by name', () => {
  const found = evaluate([bucket('a'), block({ address: 'a' }), bucket('b', 'data'), block({ bucket: 'data' })])
  expect(found).toMatchObject({ verdict: 'pass', numerator: 2, denominator: 2 })
})

test('fails for a bucket without one, and for settings that are off, naming both', () => {
  const off = block({ address: 'a' }, { restrictPublicBuckets: { value: false } })
  const { verdict, failing } = evaluate([bucket('a'), off, bucket('b', 'data')])
  expect(verdict).toBe('fail')
  expect(failing.map(({ subject, detail }) => [subject.id, detail.off])).toEqual([
    ['a', ['restrictPublicBuckets']],
    ['b', undefined],
  ])
})

test('a block elsewhere helps no bucket of the plan', () => {
  expect(evaluate([bucket('a', 'data'), block({ bucket: 'other' })]).verdict).toBe('fail')
})

test('is unknown while a setting, or whose a block is, is known only after apply', () => {
  expect(evaluate([bucket('a'), block({ address: 'a' }, { blockPublicAcls: LATER })]).verdict).toBe('unknown')
  const stray = evaluate([bucket('a'), bucket('b'), block({ address: 'b' }), block(LATER)])
  expect(stray).toMatchObject({ verdict: 'unknown', numerator: 1, undecided: [{ subject: { id: 'a' } }] })
})

test('does not apply without buckets, and is unknown where the plan was not whole', () => {
  expect(evaluate([]).verdict).toBe('not_applicable')
  const gaps = [{ operation: 'terraform:resource_changes', cause: 'not_collected' as const }]
  expect(evaluate([bucket('a'), block({ address: 'a' })], gaps).verdict).toBe('unknown')
  expect(evaluate([bucket('a')], gaps).verdict).toBe('fail')
})
