import { describe, expect, test } from 'vitest'
import { globalNetworkPolicyFacts } from './calico'
import { constraintFacts } from './constraint'
import { authorizationPolicyFacts, peerAuthenticationFacts } from './istio'
import { networkPolicyFacts } from './network-policy'
import { type ApiObject, apiObject } from './object'
import { podFacts } from './pod'
import { clusterRoleFacts } from './rbac'

function object(body: object, metadata: object = {}): ApiObject {
  const made = apiObject({ metadata: { name: 'one', namespace: 'shop', ...metadata }, ...body })
  if (made === null) throw new Error('an object has a name')
  return made
}
const pod = (spec: object, metadata: object = {}) => podFacts(object({ spec }, metadata))

describe('a pod', () => {
  test('keeps what it may do and nothing of what it runs', () => {
    const container = {
      name: 'main',
      image: 'registry.example/secret-image',
      args: ['--password=hunter2'],
      env: [{ name: 'TOKEN', value: 'hunter2' }],
      securityContext: { privileged: true },
    }
    const spec = {
      hostPID: true,
      containers: [container, { name: 'linkerd-proxy' }],
      initContainers: [{ name: 'istio-proxy' }],
      volumes: [
        { name: 'run', hostPath: { path: '/run' } },
        { name: 'data', emptyDir: {} },
      ],
    }
    const facts = pod(spec, { annotations: { note: 'hunter2' } })
    expect(facts).toMatchObject({
      privileged: ['main'],
      hostPaths: ['/run'],
      hostPid: true,
      hostNetwork: false,
      meshes: ['istio', 'linkerd'],
      serviceAccount: 'default',
    })
    expect(JSON.stringify(facts)).not.toMatch(/hunter2|secret-image/)
  })

  test('a host process on Windows is as privileged as can be', () => {
    const spec = { securityContext: { windowsOptions: { hostProcess: true } }, containers: [{ name: 'a' }] }
    expect(pod(spec).privileged).toEqual(['a'])
  })

  test.each([
    [{ kind: 'ReplicaSet', name: 'web-abc12' }, 'Deployment', 'web'],
    [{ kind: 'ReplicaSet', name: 'alone' }, 'ReplicaSet', 'alone'],
    [{ kind: 'Job', name: 'report-29384756' }, 'CronJob', 'report'],
    [{ kind: 'Job', name: 'migrate-2' }, 'Job', 'migrate-2'],
    [{ kind: 'DaemonSet', name: 'agent' }, 'DaemonSet', 'agent'],
    [{ kind: 'Node', name: 'node-1' }, 'Pod', 'one'],
  ])('owned by %j is of %s %s', (owner, kind, name) => {
    const metadata = { ownerReferences: [{ ...owner, controller: true }], labels: { 'pod-template-hash': 'abc12' } }
    expect(pod({}, metadata).workload).toEqual({ kind, name })
  })

  test('an owner that does not control it is not what to change', () =>
    expect(pod({}, { ownerReferences: [{ kind: 'Thing', name: 'x' }] }).workload.kind).toBe('Pod'))
})

describe('a network policy', () => {
  const rules = (spec: object) => {
    const { ingress, egress } = networkPolicyFacts(object({ spec }))
    return { ingress, egress }
  }
  const none = { count: 0, open: false }

  test.each([
    ['ingress always', {}, { ingress: none, egress: null }],
    [
      'egress too when it has rules for it',
      { egress: [{ ports: [{ port: 53 }] }] },
      { ingress: none, egress: { count: 1, open: false } },
    ],
    ['what its types say alone', { policyTypes: ['Egress'], ingress: [{}] }, { ingress: null, egress: none }],
  ])('is about %s', (_, spec, told) => {
    expect(rules({ podSelector: {}, ...spec })).toEqual(told)
  })

  test.each([[[{}]], [[{ from: [], ports: [] }]], [[{ ports: [{ port: 1 }] }, {}]]])(
    '%j lets everything in',
    (ingress) => {
      expect(rules({ ingress }).ingress?.open).toBe(true)
    },
  )

  test('a rule with a peer or a port is not open', () =>
    expect(rules({ ingress: [{ from: [{ podSelector: {} }] }, { ports: [{ port: 1 }] }] }).ingress?.open).toBe(false))
})

test('a cluster role without an aggregation rule aggregates none, one with an empty list nothing yet', () => {
  expect(clusterRoleFacts(object({ rules: null })).aggregates).toBeNull()
  expect(clusterRoleFacts(object({ aggregationRule: {} })).aggregates).toEqual([])
})

test('modes of Istio that are not known are left to the wider policy, and an empty selector is none', () => {
  const spec = { selector: {}, mtls: { mode: 'SOMETHING' }, portLevelMtls: { 80: { mode: 'DISABLE' } } }
  expect(peerAuthenticationFacts(object({ spec }))).toMatchObject({
    selector: null,
    mode: 'UNSET',
    ports: [{ port: '80', mode: 'DISABLE' }],
  })
})

test.each([
  [{}, { action: 'ALLOW', targeted: false, rules: 0, open: false }],
  [{ rules: [{}] }, { rules: 1, open: true }],
  [{ rules: [{ to: [{}] }] }, { open: false }],
  [{ targetRefs: [{ kind: 'Gateway', name: 'x' }] }, { targeted: true }],
  [
    { selector: { matchLabels: { app: 'a' } }, action: 'DENY' },
    { targeted: true, action: 'DENY' },
  ],
])('an authorization policy of Istio that says %j is %j', (spec, facts) => {
  expect(authorizationPolicyFacts(object({ spec }))).toMatchObject(facts)
})

test.each([
  [{}, { catchAll: null }, null],
  [{ types: ['Ingress', 'Egress'] }, { catchAll: null }, { catchAll: null }],
  [{ egress: [{ action: 'Deny' }] }, null, { catchAll: 'Deny' }],
  [
    { ingress: [{ action: 'Log' }, { action: 'Allow', protocol: 'TCP' }, { action: 'Deny', source: {} }] },
    { catchAll: 'Deny' },
    null,
  ],
  [{ ingress: [{ action: 'Allow', source: { nets: ['10.0.0.0/8'] } }] }, { catchAll: null }, null],
])('a global policy of Calico that says %j', (spec, ingress, egress) => {
  const facts = globalNetworkPolicyFacts(object({ spec }))
  expect([facts.ingress, facts.egress]).toEqual([ingress, egress])
})

test.each([
  [{}, ['deny']],
  [{ enforcementAction: 'warn' }, ['warn']],
  [
    {
      enforcementAction: 'scoped',
      scopedEnforcementActions: [
        { action: 'deny', enforcementPoints: [{ name: 'audit.gatekeeper.sh' }] },
        { action: 'warn', enforcementPoints: [{ name: 'validation.gatekeeper.sh' }] },
      ],
    },
    ['warn'],
  ],
  [{ enforcementAction: 'scoped' }, []],
])('a constraint that says %j does %j at admission', (spec, enforcement) => {
  expect(constraintFacts(object({ spec })).enforcement).toEqual(enforcement)
})

test('a time that is none is not known', () => {
  const status = { auditTimestamp: 'yesterday', totalViolations: 2 }
  expect(constraintFacts(object({ status }))).toMatchObject({ auditedAt: null, violations: 2 })
})
