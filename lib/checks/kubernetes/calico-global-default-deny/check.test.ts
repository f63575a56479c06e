import { expect, test } from 'vitest'
import type { FactTypes } from '@/lib/model/facts/fact-types'
import { cluster, group, namespace } from '@/lib/testing/cluster-facts'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { calicoGlobalDefaultDeny as check } from './check'

type Facts = FactTypes['k8s.calico.globalnetworkpolicy']

const SILENT = { catchAll: null }
const policy = (name: string, facts: Partial<Facts> = {}) =>
  resourceOf('k8s.calico.globalnetworkpolicy', name, {
    tier: 'default',
    order: null,
    selector: 'all()',
    namespaceSelector: '',
    hostsOnly: false,
    ingress: SILENT,
    egress: null,
    ...facts,
  })

const groups = [group('crd.projectcalico.org'), group('projectcalico.org', false)]
const base = [cluster(), ...groups, namespace('shop', { env: 'prod' }), namespace('kube-system')]
const people = 'has(projectcalico.org/name) && projectcalico.org/name not in {"kube-system"}'
const allow = { ingress: { catchAll: 'Allow' as const } }

test.each([
  ['denies everything by saying nothing', [policy('deny')]],
  ['denies in words', [policy('deny', { ingress: { catchAll: 'Deny' } })]],
  ['leaves the platform out', [policy('deny', { namespaceSelector: people, selector: '' })]],
  [
    'comes before one that lets everything in',
    [policy('deny', { order: 1, ingress: { catchAll: 'Deny' } }), policy('open', { order: 2, ...allow })],
  ],
])('passes when a policy %s', (_, policies) => {
  expect(judged(check, [...base, ...policies])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test.each([
  ['there is none', []],
  ['it is for chosen pods', [policy('some', { selector: "app == 'web'" })]],
  ['it is for other namespaces', [policy('some', { namespaceSelector: "env == 'test'" })]],
  ['it is written so that nobody can read it', [policy('some', { namespaceSelector: 'env ~ x' })]],
  ['it is about egress', [policy('out', { ingress: null, egress: SILENT })]],
  ['it is about hosts', [policy('hosts', { hostsOnly: true })]],
  ['it allows everything', [policy('open', allow)]],
  [
    'one before it allows everything',
    [policy('deny', { ingress: { catchAll: 'Deny' } }), policy('open', { order: 1, ...allow })],
  ],
  ['another tier allows everything', [policy('deny'), policy('open', { tier: 'security', ...allow })]],
])('fails when %s', (_, policies) => {
  expect(judged(check, [...base, ...policies])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { type: 'k8s.cluster' } }],
  })
})

test('fails when a namespace is left out, and names it', () => {
  const resources = [...base, namespace('new'), policy('deny', { namespaceSelector: "env == 'prod'" })]
  expect(judged(check, resources)).toMatchObject({ verdict: 'fail', failing: [{ detail: { namespaces: ['new'] } }] })
})

test('a cluster without namespaces of people’s own needs one for those to come', () => {
  expect(judged(check, [cluster(), ...groups]).verdict).toBe('fail')
  expect(judged(check, [cluster(), ...groups, policy('deny')]).verdict).toBe('pass')
})

test('does not apply where Calico is not installed', () => {
  const resources = [
    cluster(),
    group('crd.projectcalico.org', false),
    group('projectcalico.org', false),
    namespace('shop'),
  ]
  expect(judged(check, resources).verdict).toBe('not_applicable')
})

test('is unknown when its policies, or the namespaces, were refused', () => {
  const refused = (operation: string) => judged(check, base, { gaps: [{ operation }] }).verdict
  expect(refused('list crd.projectcalico.org/globalnetworkpolicies')).toBe('unknown')
  expect(refused('list namespaces')).toBe('unknown')
})
