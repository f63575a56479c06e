import { expect, test } from 'vitest'
import { cluster, group, pod } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { linkerdInjectedRatio as check } from './check'

const base = [cluster(), group('policy.linkerd.io')]
const meshed = (id: string) => pod(id, { meshes: ['linkerd'] })

test('passes when the share of pods with a proxy is reached; what ended does not count', () => {
  const pods = [meshed('shop/web-1'), pod('shop/job-1', { phase: 'Failed' }), pod('kube-system/dns-1')]
  expect(judged(check, [...base, ...pods])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
})

test('fails below it, once for each workload', () => {
  const pods = [meshed('shop/web-1'), pod('shop/api-1'), pod('shop/api-2', { meshes: ['istio'] })]
  expect(judged(check, [...base, ...pods])).toMatchObject({
    verdict: 'fail',
    denominator: 3,
    failing: [{ subject: { id: 'shop/Deployment/api' }, detail: { pods: 2 } }],
  })
})

test('a proxy shows the mesh even where its policies are not served', () => {
  const resources = [cluster(), group('policy.linkerd.io', false), meshed('shop/web-1'), pod('shop/api-1')]
  expect(judged(check, resources).verdict).toBe('fail')
})

test('does not apply where Linkerd is not installed, nor without pods', () => {
  expect(judged(check, [cluster(), group('policy.linkerd.io', false), pod('shop/api-1')]).verdict).toBe(
    'not_applicable',
  )
  expect(judged(check, base).verdict).toBe('not_applicable')
})

test('is unknown while nobody knows whether it is installed', () => {
  const gaps = [{ operation: 'get /apis/policy.linkerd.io' }]
  expect(judged(check, [cluster(), pod('shop/api-1')], { gaps })).toMatchObject({ verdict: 'unknown', failing: [] })
})
