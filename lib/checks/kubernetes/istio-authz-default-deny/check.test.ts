import { expect, test } from 'vitest'
import type { FactTypes } from '@/lib/model/facts/fact-types'
import { cluster, group } from '@/lib/testing/cluster-facts'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { istioAuthzDefaultDeny as check } from './check'

type Facts = FactTypes['k8s.istio.authorizationpolicy']

function policy(id: string, facts: Partial<Facts> = {}) {
  const [inNamespace = '', name = ''] = id.split('/')
  const given = { namespace: inNamespace, action: 'ALLOW', targeted: false, rules: 0, open: false, ...facts }
  return resourceOf('k8s.istio.authorizationpolicy', id, given, { name })
}

const base = [cluster(), group('security.istio.io')]
const nothing = policy('istio-system/allow-nothing')

test('passes with a policy of the root namespace that allows nothing', () => {
  const narrow = policy('istio-system/ingress', { targeted: true, rules: 1 })
  expect(judged(check, [...base, nothing, narrow])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test.each([
  ['there is none', []],
  ['it is for chosen workloads', [policy('istio-system/some', { targeted: true })]],
  ['it is in another namespace', [policy('shop/allow-nothing')]],
  ['it denies nothing', [policy('istio-system/deny', { action: 'DENY' })]],
  ['it allows something', [policy('istio-system/some', { rules: 1 })]],
  ['another for the mesh allows everything', [nothing, policy('istio-system/all', { rules: 1, open: true })]],
])('fails when %s', (_, policies) => {
  expect(judged(check, [...base, ...policies])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { type: 'k8s.cluster' } }],
  })
})

test('does not apply where Istio is not installed', () =>
  expect(judged(check, [cluster(), group('security.istio.io', false)]).verdict).toBe('not_applicable'))

test('is unknown when its policies were refused', () => {
  const gaps = [{ operation: 'list security.istio.io/authorizationpolicies' }]
  expect(judged(check, base, { gaps }).verdict).toBe('unknown')
})
