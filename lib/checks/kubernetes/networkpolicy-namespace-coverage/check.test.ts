import { expect, test } from 'vitest'
import { cluster, namespace, networkPolicy, selecting } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { networkpolicyNamespaceCoverage as check } from './check'

const LIST_POLICIES = 'list networking.k8s.io/networkpolicies'

test('passes when every namespace denies by default; the platform’s and one that is going do not count', () => {
  const resources = [cluster(), namespace('shop'), namespace('kube-system'), namespace('gone', {}, true)]
  expect(judged(check, [...resources, networkPolicy('shop/deny')])).toMatchObject({
    verdict: 'pass',
    numerator: 1,
    denominator: 1,
  })
})

test('fails below the share and names each namespace that admits', () => {
  const resources = [cluster(), namespace('shop'), namespace('pay'), networkPolicy('shop/deny')]
  expect(judged(check, resources)).toMatchObject({
    verdict: 'fail',
    numerator: 1,
    denominator: 2,
    failing: [{ subject: { type: 'k8s.namespace', id: 'pay' }, message: expect.stringContaining('pay') }],
  })
  expect(judged(check, resources, { threshold: 0.5 }).verdict).toBe('pass')
})

test.each([
  ['selects some pods', { podSelector: selecting({ app: 'web' }) }],
  [
    'has an expression that every pod of today matches',
    { podSelector: { labels: {}, expressions: [{ key: 'x', operator: 'DoesNotExist', values: [] }] } },
  ],
  ['allows something', { ingress: { count: 1, open: false } }],
  ['is about egress', { ingress: null, egress: { count: 0, open: false } }],
])('a policy that %s is no default deny', (_, facts) => {
  const resources = [cluster(), namespace('shop'), networkPolicy('shop/some', facts)]
  expect(judged(check, resources).verdict).toBe('fail')
})

test('a policy for every pod that lets everything in undoes the default deny beside it', () => {
  const open = networkPolicy('shop/open', { ingress: { count: 1, open: true } })
  expect(judged(check, [cluster(), namespace('shop'), networkPolicy('shop/deny'), open])).toMatchObject({
    verdict: 'fail',
    failing: [{ detail: { undoneBy: 'open' } }],
  })
})

test('does not apply to a cluster with namespaces of the platform alone', () => {
  expect(judged(check, [cluster(), namespace('kube-system')]).verdict).toBe('not_applicable')
})

test('is unknown, and no namespace fails, while policies, namespaces or whose they are were not read', () => {
  const resources = [cluster(), namespace('shop')]
  const unread = judged(check, resources, { gaps: [{ operation: LIST_POLICIES }] })
  expect(unread).toMatchObject({ verdict: 'unknown', failing: [], undecided: [{ cause: 'denied' }] })
  expect(judged(check, resources, { gaps: [{ operation: 'list namespaces' }] }).verdict).toBe('unknown')
  expect(judged(check, [namespace('shop')])).toMatchObject({ verdict: 'unknown', failing: [] })
  expect(judged(check, resources, { gaps: [{ operation: LIST_POLICIES }], threshold: 1 }).verdict).toBe('unknown')
})
