import { expect, test } from 'vitest'
import { cluster, networkPolicy, pod, selecting } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { networkpolicyPodCoverage as check } from './check'

const forWeb = networkPolicy('shop/web', { podSelector: selecting({ app: 'web' }) })

test('passes when nine of ten pods are selected; what ended and the platform’s do not count', () => {
  const web = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => pod(`shop/web-${n}`))
  const others = [pod('shop/api-1'), pod('shop/job-1', { phase: 'Succeeded' }), pod('kube-system/dns-1')]
  expect(judged(check, [cluster(), forWeb, ...web, ...others])).toMatchObject({
    verdict: 'pass',
    numerator: 9,
    denominator: 10,
  })
})

test('fails once for each workload and says how many pods it is about', () => {
  const pods = [pod('shop/api-1'), pod('shop/api-2'), pod('shop/web-1'), pod('pay/web-1')]
  expect(judged(check, [cluster(), forWeb, ...pods])).toMatchObject({
    verdict: 'fail',
    numerator: 1,
    denominator: 4,
    failing: [
      { subject: { type: 'k8s.workload', id: 'shop/Deployment/api' }, detail: { pods: 2 } },
      { subject: { id: 'pay/Deployment/web' }, detail: { pods: 1 } },
    ],
  })
})

test('a selected pod on the network of its host is not covered: no policy holds there', () => {
  const resources = [cluster(), forWeb, pod('shop/web-1', { hostNetwork: true })]
  expect(judged(check, resources)).toMatchObject({ verdict: 'fail', failing: [{ detail: { hostNetwork: true } }] })
})

test('does not apply without pods', () => expect(judged(check, [cluster(), forWeb]).verdict).toBe('not_applicable'))

test('is unknown while policies were not read, and what a read one selects stays covered', () => {
  const gaps = [{ operation: 'list networking.k8s.io/networkpolicies', cause: 'unavailable' as const }]
  expect(judged(check, [cluster(), forWeb, pod('shop/web-1'), pod('shop/api-1')], { gaps })).toMatchObject({
    verdict: 'unknown',
    numerator: 1,
    failing: [],
    undecided: [{ subject: { id: 'shop/Deployment/api' }, cause: 'unavailable' }],
  })
  expect(judged(check, [cluster()], { gaps: [{ operation: 'list pods' }] }).verdict).toBe('unknown')
})
