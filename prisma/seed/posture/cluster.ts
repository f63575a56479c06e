import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { HandedIn } from '@/lib/services/record-snapshot'
import { absent, access, admission, mesh } from './cluster-policies'
import { inCluster, namespaces, networkPolicies, PLATFORM, pods } from './cluster-workloads'
import { resource, type Scene } from './scene'

type Part = { service: string; operations: readonly string[]; resources: readonly AnyResource[] }

const REFUSED: Coverage['error'] = {
  cause: 'denied',
  code: 'Forbidden',
  message: 'The service account may not get /metrics.',
}

const lists = (group: string, ...names: string[]) => names.map((name) => `list ${group}${name}`)
const RBAC = 'rbac.authorization.k8s.io/'
const CALICO = ['crd.projectcalico.org', 'projectcalico.org'] as const

function partsOf(scene: Scene): Part[] {
  const version = resource('k8s.cluster', scene.cluster, inCluster(scene, scene.cluster), {
    version: 'v1.36.1',
    systemNamespaces: PLATFORM,
  })
  return [
    {
      service: 'core',
      operations: ['get /version', ...lists('', 'namespaces', 'pods')],
      resources: [version, ...namespaces(scene), ...pods(scene)],
    },
    {
      service: 'network',
      operations: lists('networking.k8s.io/', 'networkpolicies'),
      resources: networkPolicies(scene),
    },
    {
      service: 'rbac',
      operations: lists(RBAC, 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'),
      resources: access(scene),
    },
    {
      service: 'istio',
      operations: [
        'get /apis/security.istio.io',
        ...lists('security.istio.io/', 'peerauthentications', 'authorizationpolicies'),
      ],
      resources: mesh(scene),
    },
    {
      service: 'linkerd',
      operations: ['get /apis/policy.linkerd.io', ...lists('policy.linkerd.io/', 'servers', 'authorizationpolicies')],
      resources: [absent(scene, 'policy.linkerd.io')],
    },
    {
      service: 'calico',
      operations: CALICO.flatMap((group) => [`get /apis/${group}`, ...lists(`${group}/`, 'globalnetworkpolicies')]),
      resources: CALICO.map((group) => absent(scene, group)),
    },
    { service: 'gatekeeper', operations: ['list constraints.gatekeeper.sh/*'], resources: admission(scene) },
    { service: 'metrics', operations: ['get /metrics'], resources: [] },
    {
      service: 'spiffe',
      operations: ['get /apis/spire.spiffe.io', ...lists('spire.spiffe.io/', 'clusterspiffeids')],
      resources: [absent(scene, 'spire.spiffe.io')],
    },
  ]
}

/** The cluster as a reader would find it; its metrics are refused, so that encryption of its secrets stays unknown. */
export const clusterParts = (scene: Scene): HandedIn[] =>
  partsOf(scene).map(({ service, operations, resources }) => ({
    scope: { account: scene.cluster, region: null, service },
    resources,
    coverage: operations.map((operation) =>
      service === 'metrics'
        ? { operation, pages: 0, items: 0, error: REFUSED }
        : { operation, pages: 1, items: resources.length, error: null },
    ),
  }))
