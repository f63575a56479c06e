import { expect, test } from 'vitest'
import { resourceOf, scopeOf, type ToldGap } from '@/lib/testing/facts-of'
import { driftRatio } from './check'

const arn = (n: number) => `arn:aws:s3:::bucket-${n}`
const live = (n: number, heldBy: string | null = null) =>
  resourceOf('terraform.live', arn(n), { kind: 'S3 bucket', liveAccount: '111122223333', heldBy })
const held = (n: number) =>
  resourceOf('terraform.managed', `aws_s3_bucket.b${n}`, {
    kind: 'aws_s3_bucket',
    arn: arn(n),
    providerId: `bucket-${n}`,
  })
const ten = Array.from({ length: 10 }, (_, n) => n)

type Told = { managed?: number[]; lives?: ReturnType<typeof live>[]; gaps?: ToldGap[]; threshold?: number }
const evaluate = ({ managed = ten, lives = ten.map((n) => live(n)), gaps = [], threshold }: Told) =>
  driftRatio.evaluate(scopeOf({ resources: [...managed.map(held), ...lives], gaps, checks: [driftRatio] }), {
    now: '2026-01-01T00:00:00Z',
    ...(threshold === undefined ? {} : { threshold }),
  })

test('passes at nine in ten, fails below, and says which are held by none', () => {
  expect(evaluate({ managed: ten.slice(1) })).toMatchObject({ verdict: 'pass', numerator: 9, denominator: 10 })
  const { verdict, failing } = evaluate({ managed: ten.slice(2) })
  expect([verdict, failing.map(({ subject }) => subject.id)]).toEqual(['fail', [arn(0), arn(1)]])
})

test('takes the organization’s own threshold', () => {
  expect(evaluate({ managed: ten.slice(5), threshold: 0.5 }).verdict).toBe('pass')
})

test('another workspace’s state holds a resource as well', () => {
  expect(evaluate({ managed: [], lives: ten.map((n) => live(n, 'network')) }).verdict).toBe('pass')
})

test('a resource goes by its ARN or by the provider’s id', () => {
  const one = resourceOf('terraform.live', 'bucket-1', { kind: 'S3 bucket', liveAccount: '1', heldBy: null })
  expect(evaluate({ managed: [1], lives: [one] }).verdict).toBe('pass')
})

test('is unknown where no cloud was read or no state was handed in, and does not apply where nothing lives', () => {
  expect(evaluate({ lives: [], gaps: [{ operation: 'terraform:live', cause: 'not_collected' }] }).verdict).toBe(
    'unknown',
  )
  expect(evaluate({ managed: [], gaps: [{ operation: 'terraform:state' }] }).verdict).toBe('unknown')
  expect(evaluate({ lives: [] }).verdict).toBe('not_applicable')
})
