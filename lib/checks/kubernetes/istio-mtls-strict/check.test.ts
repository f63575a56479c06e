import { expect, test } from 'vitest'
import type { FactTypes } from '@/lib/model/facts/fact-types'
import { cluster, group, namespace } from '@/lib/testing/cluster-facts'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { istioMtlsStrict as check } from './check'

type Facts = FactTypes['k8s.istio.peerauthentication']

function peer(id: string, mode: Facts['mode'], facts: Partial<Facts> = {}) {
  const [inNamespace = '', name = ''] = id.split('/')
  const given = {
    namespace: inNamespace,
    selector: null,
    mode,
    ports: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    ...facts,
  }
  return resourceOf('k8s.istio.peerauthentication', id, given, { name })
}

const base = [cluster(), group('security.istio.io'), namespace('istio-system'), namespace('shop')]
const strict = peer('istio-system/default', 'STRICT')
const web = { app: 'web' }

test.each([
  ['the mesh is', [strict]],
  ['the namespace is, whatever the mesh', [peer('istio-system/default', 'PERMISSIVE'), peer('shop/default', 'STRICT')]],
  ['the namespace leaves it to the mesh', [strict, peer('shop/default', 'UNSET')]],
  ['a workload’s policy says no more', [strict, peer('shop/web', 'UNSET', { selector: web })]],
  [
    'a port’s says no more',
    [strict, peer('shop/web', 'STRICT', { selector: web, ports: [{ port: '80', mode: 'UNSET' }] })],
  ],
  [
    'the older of two for the mesh is',
    [strict, peer('istio-system/newer', 'DISABLE', { createdAt: '2026-02-01T00:00:00.000Z' })],
  ],
  ['another namespace is not asked', [strict, peer('other/default', 'DISABLE')]],
])('passes when %s STRICT', (_, policies) => {
  expect(judged(check, [...base, ...policies])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test.each([
  ['nothing is said: plaintext is taken', []],
  ['the namespace is PERMISSIVE', [strict, peer('shop/default', 'PERMISSIVE')]],
  ['a workload is DISABLE', [strict, peer('shop/web', 'DISABLE', { selector: web })]],
  [
    'a port is PERMISSIVE',
    [strict, peer('shop/web', 'STRICT', { selector: web, ports: [{ port: '80', mode: 'PERMISSIVE' }] })],
  ],
  ['only one workload of it is STRICT', [peer('shop/web', 'STRICT', { selector: web })]],
  ['only a workload of the root namespace is STRICT', [peer('istio-system/web', 'STRICT', { selector: web })]],
])('fails when %s', (_, policies) => {
  expect(judged(check, [...base, ...policies])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { type: 'k8s.namespace', id: 'shop' } }],
  })
})

test('does not apply where Istio is not installed', () => {
  const resources = [cluster(), group('security.istio.io', false), namespace('shop')]
  expect(judged(check, resources).verdict).toBe('not_applicable')
})

test.each(['get /apis/security.istio.io', 'list security.istio.io/peerauthentications', 'list namespaces'])(
  'is unknown when “%s” was refused',
  (operation) => {
    expect(judged(check, [...base, strict], { gaps: [{ operation }] }).verdict).toBe('unknown')
  },
)
