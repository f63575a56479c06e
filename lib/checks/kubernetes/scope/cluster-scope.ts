import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Subject } from '../../frame/evaluation'
import type { ScopeFacts } from '../../frame/scope-facts'
import type { Gap } from '../../frame/unit-coverage'

export const LIST_NAMESPACES = 'list namespaces'
export const LIST_PODS = 'list pods'
const GET_VERSION = 'get /version'

export type ClusterScope = {
  /** The cluster as the place where something must be. */
  place: Subject
  /** Whether a namespace is the platform's own and stays out of shares. */
  isSystem(namespace: string): boolean
  /** Not empty when it is not known which namespaces those are. */
  gaps: readonly Gap[]
}

export function clusterScope(facts: ScopeFacts): ClusterScope {
  const [cluster] = facts.of('k8s.cluster')
  const system = new Set(cluster?.facts.systemNamespaces)
  return {
    place: { type: 'k8s.cluster', id: facts.account, name: facts.account, account: facts.account, region: null },
    isSystem: (namespace) => system.has(namespace),
    gaps: cluster ? [] : facts.gaps([GET_VERSION]),
  }
}

/**
 * Namespaces of people's workloads: neither the platform's own nor on their way out. None while it is not known which are
 * the platform's, because what is expected of people's is not expected of those.
 */
export const ownNamespaces = (facts: ScopeFacts, { isSystem, gaps }: ClusterScope): ResourceOf<'k8s.namespace'>[] =>
  gaps.length > 0 ? [] : facts.of('k8s.namespace').filter((one) => !isSystem(one.name) && !one.facts.terminating)

/** Whether a product's API group is served; null when that could not be asked. */
export function isInstalled(facts: ScopeFacts, group: string): boolean | null {
  const found = facts.of('k8s.api-group').find((one) => one.id === group)
  return found === undefined ? null : found.facts.installed
}
