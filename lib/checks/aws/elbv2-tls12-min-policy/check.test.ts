import { expect, test } from 'vitest'
import { listenerOf, sslPolicyOf } from '@/lib/testing/aws-resources'
import { judged } from '@/lib/testing/judged'
import { elbv2Tls12MinPolicy as check } from './check'

const POLICIES = [sslPolicyOf('old', 'TLSv1', 'TLSv1.1', 'TLSv1.2'), sslPolicyOf('new', 'TLSv1.2', 'TLSv1.3')]

test('passes when all HTTPS and TLS listeners start at TLS 1.2', () =>
  expect(judged(check, [...POLICIES, listenerOf('new'), listenerOf('new', 'TLS')])).toMatchObject({
    verdict: 'pass',
    denominator: 2,
  }))

test('fails for the listener that accepts less, and names what', () =>
  expect(judged(check, [...POLICIES, listenerOf('new'), listenerOf('old', 'HTTPS', 'legacy')])).toMatchObject({
    verdict: 'fail',
    numerator: 1,
    failing: [{ message: expect.stringContaining('legacy accepts TLSv1 and TLSv1.1'), detail: { sslPolicy: 'old' } }],
  }))

test('does not apply where no listener ends TLS: plain HTTP and TCP have no policy', () => {
  expect(judged(check, POLICIES).verdict).toBe('not_applicable')
  expect(judged(check, [listenerOf(null, 'HTTP'), listenerOf(null, 'TCP')])).toMatchObject({
    verdict: 'not_applicable',
    denominator: 0,
  })
})

test('is unknown when a listener names no policy, or one that was not read', () => {
  expect(judged(check, [...POLICIES, listenerOf(null)])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  expect(judged(check, [listenerOf('new')])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'not_collected' }],
  })
  const gaps = [{ operation: 'elasticloadbalancing:DescribeSSLPolicies', region: 'eu-west-1' }]
  expect(judged(check, [listenerOf('new')], { gaps })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'denied' }],
  })
})

test.each(['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeListeners'])(
  'is unknown when %s was refused',
  (operation) => {
    const gaps = [{ operation, region: 'eu-west-1' }]
    expect(judged(check, [...POLICIES, listenerOf('new')], { gaps }).verdict).toBe('unknown')
  },
)
