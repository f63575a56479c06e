import { expect, test } from 'vitest'
import { listenerOf, sslPolicyOf } from '@/lib/testing/aws-resources'
import { judged } from '@/lib/testing/judged'
import { elbv2Tls13Supported as check } from './check'

const POLICIES = [sslPolicyOf('tls12', 'TLSv1.2'), sslPolicyOf('tls13', 'TLSv1.2', 'TLSv1.3')]

test('passes when every listener offers it, beside others or not', () =>
  expect(judged(check, [...POLICIES, listenerOf('tls13'), listenerOf(null, 'HTTP')])).toMatchObject({
    verdict: 'pass',
    denominator: 1,
  }))

test('fails for the listener that does not, and counts those that do', () =>
  expect(judged(check, [...POLICIES, listenerOf('tls13'), listenerOf('tls12', 'TLS', 'queue')])).toMatchObject({
    verdict: 'fail',
    numerator: 1,
    denominator: 2,
    failing: [{ message: expect.stringContaining('Listener queue'), detail: { protocols: ['TLSv1.2'] } }],
  }))

test('does not apply where no listener ends TLS', () =>
  expect(judged(check, [...POLICIES, listenerOf(null, 'HTTP')]).verdict).toBe('not_applicable'))

test('is unknown when the policy of a listener was not read, or the load balancers of a region', () => {
  expect(judged(check, [listenerOf('tls13')]).verdict).toBe('unknown')
  const gaps = [{ operation: 'elasticloadbalancing:DescribeLoadBalancers', region: 'eu-west-1' }]
  expect(judged(check, [...POLICIES, listenerOf('tls13')], { gaps }).verdict).toBe('unknown')
})
