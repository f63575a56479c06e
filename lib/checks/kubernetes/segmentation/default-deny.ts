import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { PolicyRules } from '@/lib/model/facts/kubernetes'
import type { ScopeFacts } from '../../frame/scope-facts'
import { matchSelector, selectsAll } from '../selectors/match-selector'

export const LIST_POLICIES = 'list networking.k8s.io/networkpolicies'

export type Direction = 'ingress' | 'egress'
type Policy = ResourceOf<'k8s.networkpolicy'>

/** What a namespace's policies come to in one direction: `open` is a default deny that another policy undoes. */
export type Standing = { is: 'denied' } | { is: 'none' } | { is: 'open'; by: string }

/**
 * A default deny selects every pod, is about the direction and has no rule. Policies add up, so one beside it that selects
 * every pod and lets everything through leaves nothing of it (Kubernetes, "Network Policies").
 */
export function defaultDeny(policies: readonly Policy[], direction: Direction): Standing {
  const forAll = policies.filter(({ facts }) => selectsAll(facts.podSelector))
  const rulesOf = ({ facts }: Policy): PolicyRules | null => facts[direction]
  const open = forAll.find((one) => rulesOf(one)?.open)
  if (!forAll.some((one) => rulesOf(one)?.count === 0)) return { is: 'none' }
  return open ? { is: 'open', by: open.name } : { is: 'denied' }
}

export function policiesByNamespace(facts: ScopeFacts): ReadonlyMap<string, readonly Policy[]> {
  return Map.groupBy(facts.of('k8s.networkpolicy'), (one) => one.facts.namespace)
}

/**
 * Whether a policy selects the pod. One on the host's network counts as selected by none: network plugins cannot tell its
 * traffic from the node's, so no policy holds for it.
 */
export const isSelected = ({ facts }: ResourceOf<'k8s.pod'>, policies: readonly Policy[]): boolean =>
  !facts.hostNetwork && policies.some((one) => matchSelector(one.facts.podSelector, facts.labels))
