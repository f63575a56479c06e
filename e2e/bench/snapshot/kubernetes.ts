import type { LabelSelector } from '@/lib/model/facts/kubernetes-selector'
import { resourceOf } from '@/lib/testing/facts-of'
import type { Kind, Spot } from './kind'

const APPS = 40
const NAMESPACES = 20

const namespaceOf = (n: number) => `team-${n % NAMESPACES}`
const labelsOf = (n: number) => ({ app: `app-${n % APPS}`, tier: n % 2 === 0 ? 'web' : 'data', version: `v${n % 3}` })
const at = ({ account }: Spot, name: string) => ({ account, region: null, name })
const selector = (n: number): LabelSelector => ({
  labels: n % 4 === 0 ? {} : { app: `app-${n % APPS}` },
  expressions: [],
})
const rule = (n: number) => ({
  verbs: n % 25 === 0 ? ['*'] : ['get', 'list', 'watch'],
  apiGroups: n % 25 === 0 ? ['*'] : ['', 'apps'],
  resources: n % 25 === 0 ? ['*'] : ['pods', 'deployments', 'configmaps'],
  resourceNames: [],
  nonResourceUrls: [],
})
const binding = (kind: string, n: number) => ({
  role: { kind, name: `role-${n}` },
  subjects: [{ kind: 'ServiceAccount', name: `runner-${n % 50}`, namespace: namespaceOf(n) }],
  bootstrap: false,
})

export const KUBERNETES: readonly Kind[] = [
  {
    perMille: 690,
    make: (n, spot) => {
      const id = `${namespaceOf(n)}/pod-${n}`
      return resourceOf(
        'k8s.pod',
        id,
        {
          namespace: namespaceOf(n),
          labels: labelsOf(n),
          phase: 'Running',
          serviceAccount: `runner-${n % 50}`,
          workload: { kind: 'ReplicaSet', name: `app-${n % APPS}` },
          hostNetwork: n % 90 === 0,
          hostPid: false,
          hostIpc: false,
          privileged: n % 70 === 0 ? ['agent'] : [],
          hostPaths: n % 60 === 0 ? ['/var/log'] : [],
          meshes: n % 3 === 0 ? ['istio'] : [],
        },
        at(spot, id),
      )
    },
  },
  {
    perMille: NAMESPACES,
    make: (n, spot) => {
      const id = n < NAMESPACES ? `team-${n}` : `sandbox-${n}`
      const labels = {
        'kubernetes.io/metadata.name': id,
        'pod-security.kubernetes.io/enforce': n % 3 === 0 ? 'baseline' : 'restricted',
      }
      return resourceOf('k8s.namespace', id, { labels, terminating: false }, at(spot, id))
    },
  },
  {
    perMille: 60,
    make: (n, spot) => {
      const id = `${namespaceOf(n)}/policy-${n}`
      return resourceOf(
        'k8s.networkpolicy',
        id,
        {
          namespace: namespaceOf(n),
          podSelector: selector(n),
          ingress: { count: n % 4 === 0 ? 0 : 2, open: false },
          egress: n % 3 === 0 ? { count: 1, open: n % 6 === 0 } : null,
        },
        at(spot, id),
      )
    },
  },
  {
    perMille: 60,
    make: (n, spot) => {
      const id = `${namespaceOf(n)}/role-${n}`
      const facts = { namespace: namespaceOf(n), rules: [rule(n), rule(n + 1)], bootstrap: false }
      return resourceOf('k8s.role', id, facts, at(spot, id))
    },
  },
  {
    perMille: 80,
    make: (n, spot) => {
      const id = `${namespaceOf(n)}/binding-${n}`
      return resourceOf('k8s.rolebinding', id, { ...binding('Role', n), namespace: namespaceOf(n) }, at(spot, id))
    },
  },
  {
    perMille: 50,
    make: (n, spot) =>
      resourceOf(
        'k8s.clusterrole',
        `role-${n}`,
        { rules: [rule(n), rule(n + 2)], labels: {}, aggregates: null, bootstrap: n < 60 },
        at(spot, `role-${n}`),
      ),
  },
  {
    perMille: 40,
    make: (n, spot) =>
      resourceOf('k8s.clusterrolebinding', `binding-${n}`, binding('ClusterRole', n), at(spot, `binding-${n}`)),
  },
]

/** What a cluster has once, and what its meshes say. */
export const clusterOf = (spot: Spot) => [
  resourceOf(
    'k8s.cluster',
    spot.account,
    { version: 'v1.36.3', systemNamespaces: ['kube-system'] },
    at(spot, spot.account),
  ),
  resourceOf('k8s.api-group', 'security.istio.io', { installed: true, version: 'v1' }, at(spot, 'security.istio.io')),
  resourceOf(
    'k8s.istio.peerauthentication',
    'istio-system/default',
    {
      namespace: 'istio-system',
      selector: null,
      mode: 'STRICT',
      ports: [],
      createdAt: '2025-01-01T00:00:00.000Z',
    },
    at(spot, 'istio-system/default'),
  ),
]
