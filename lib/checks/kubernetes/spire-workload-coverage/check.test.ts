import { expect, test } from 'vitest'
import { cluster, group, namespace, pod, selecting } from '@/lib/testing/cluster-facts'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { spireWorkloadCoverage as check } from './check'

const identity = (podLabels = {}, namespaceLabels = {}) =>
  resourceOf('k8s.clusterspiffeid', 'one', {
    podSelector: selecting(podLabels),
    namespaceSelector: selecting(namespaceLabels),
  })
const base = [cluster(), group('spire.spiffe.io'), namespace('shop', { env: 'prod' }), namespace('pay')]
const pods = [pod('shop/web-1'), pod('pay/api-1')]

test('passes when an identity is for every pod', () =>
  expect(judged(check, [...base, ...pods, identity()])).toMatchObject({ verdict: 'pass', denominator: 2 }))

test('fails for workloads that neither labels nor namespace select', () => {
  const result = judged(check, [...base, ...pods, identity({}, { env: 'prod' })])
  expect(result).toMatchObject({ verdict: 'fail', numerator: 1, failing: [{ subject: { id: 'pay/Deployment/api' } }] })
  expect(judged(check, [...base, ...pods, identity({ app: 'web' })]).numerator).toBe(1)
})

test('does not apply where the controller is not installed', () =>
  expect(judged(check, [cluster(), group('spire.spiffe.io', false), ...pods]).verdict).toBe('not_applicable'))

test('is unknown when identities were refused', () => {
  const gaps = [{ operation: 'list spire.spiffe.io/clusterspiffeids' }]
  expect(judged(check, [...base, ...pods], { gaps })).toMatchObject({ verdict: 'unknown', failing: [] })
})
