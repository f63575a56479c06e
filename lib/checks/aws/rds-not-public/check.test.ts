import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { rdsNotPublic as check } from './check'

const instance = (id: string, publiclyAccessible: boolean | null) =>
  resourceOf('aws.rds.instance', id, { engine: 'postgres', encrypted: true, publiclyAccessible, cluster: null })

test('passes when no instance is public', () =>
  expect(judged(check, [instance('orders', false)])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 }))

test('fails for the public one, and names it', () =>
  expect(judged(check, [instance('orders', false), instance('reports', true)])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'reports' }, message: expect.stringContaining('instance reports') }],
  }))

test('does not apply where there is no instance', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when an instance does not say, or a region did not answer', () => {
  expect(judged(check, [instance('orders', null)])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  const gaps = [{ operation: 'rds:DescribeDBInstances', region: 'eu-west-1', cause: 'unavailable' as const }]
  expect(judged(check, [instance('orders', false)], { gaps }).verdict).toBe('unknown')
})
