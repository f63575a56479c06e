import type { AnyResource, FactTypes, ResourceType } from '@/lib/model/facts/fact-types'
import { globalNetworkPolicyFacts } from './facts/calico'
import { authorizationPolicyFacts, peerAuthenticationFacts } from './facts/istio'
import { linkerdPolicyFacts, serverFacts } from './facts/linkerd'
import { namespaceFacts } from './facts/namespace'
import { networkPolicyFacts } from './facts/network-policy'
import { type ApiObject, idOf } from './facts/object'
import { podFacts } from './facts/pod'
import { bindingFacts, clusterRoleFacts, roleFacts } from './facts/rbac'
import { clusterSpiffeIdFacts } from './facts/spiffe'

/** The services of a cluster, each of them a unit: what one of them is denied costs the others nothing. */
export const SERVICES = [
  'core',
  'network',
  'rbac',
  'istio',
  'linkerd',
  'calico',
  'gatekeeper',
  'metrics',
  'spiffe',
] as const
export type Service = (typeof SERVICES)[number]

/** One resource that is listed over all namespaces. */
export type ApiList = {
  service: Service
  /** Empty for the core group. */
  group: string
  /** Null where a product decides: the version its group prefers is asked for. */
  version: string | null
  resource: string
  toResource(object: ApiObject, cluster: string): AnyResource
}

/** What is kept of an object under which type. The prefix tells objects of several groups apart that share a name. */
export const resourceOf =
  <Type extends ResourceType>(type: Type, facts: (object: ApiObject) => FactTypes[Type], prefix = '') =>
  (object: ApiObject, account: string): AnyResource =>
    ({
      type,
      id: `${prefix}${idOf(object)}`,
      name: object.name,
      account,
      region: null,
      facts: facts(object),
    }) as AnyResource

const RBAC = { service: 'rbac', group: 'rbac.authorization.k8s.io', version: 'v1' } as const
const ISTIO = { service: 'istio', group: 'security.istio.io', version: null } as const
const LINKERD = { service: 'linkerd', group: 'policy.linkerd.io', version: null } as const
const CALICO = { service: 'calico', version: null, resource: 'globalnetworkpolicies' } as const

/** Calico serves its policies by one of two groups, or the same ones by both. */
const calico = (group: string): ApiList => ({
  ...CALICO,
  group,
  toResource: resourceOf('k8s.calico.globalnetworkpolicy', globalNetworkPolicyFacts, `${group}/`),
})

export const API_LISTS: readonly ApiList[] = [
  {
    service: 'core',
    group: '',
    version: 'v1',
    resource: 'namespaces',
    toResource: resourceOf('k8s.namespace', namespaceFacts),
  },
  { service: 'core', group: '', version: 'v1', resource: 'pods', toResource: resourceOf('k8s.pod', podFacts) },
  {
    service: 'network',
    group: 'networking.k8s.io',
    version: 'v1',
    resource: 'networkpolicies',
    toResource: resourceOf('k8s.networkpolicy', networkPolicyFacts),
  },
  { ...RBAC, resource: 'roles', toResource: resourceOf('k8s.role', roleFacts) },
  {
    ...RBAC,
    resource: 'rolebindings',
    toResource: resourceOf('k8s.rolebinding', (one) => ({ namespace: one.namespace, ...bindingFacts(one) })),
  },
  { ...RBAC, resource: 'clusterroles', toResource: resourceOf('k8s.clusterrole', clusterRoleFacts) },
  { ...RBAC, resource: 'clusterrolebindings', toResource: resourceOf('k8s.clusterrolebinding', bindingFacts) },
  {
    ...ISTIO,
    resource: 'peerauthentications',
    toResource: resourceOf('k8s.istio.peerauthentication', peerAuthenticationFacts),
  },
  {
    ...ISTIO,
    resource: 'authorizationpolicies',
    toResource: resourceOf('k8s.istio.authorizationpolicy', authorizationPolicyFacts),
  },
  { ...LINKERD, resource: 'servers', toResource: resourceOf('k8s.linkerd.server', serverFacts) },
  {
    ...LINKERD,
    resource: 'authorizationpolicies',
    toResource: resourceOf('k8s.linkerd.authorizationpolicy', linkerdPolicyFacts),
  },
  calico('crd.projectcalico.org'),
  calico('projectcalico.org'),
  {
    service: 'spiffe',
    group: 'spire.spiffe.io',
    version: null,
    resource: 'clusterspiffeids',
    toResource: resourceOf('k8s.clusterspiffeid', clusterSpiffeIdFacts),
  },
]

/** As coverage names it: `list pods`, `list networking.k8s.io/networkpolicies`. */
export const operationOf = ({ group, resource }: Pick<ApiList, 'group' | 'resource'>): string =>
  `list ${group === '' ? '' : `${group}/`}${resource}`
