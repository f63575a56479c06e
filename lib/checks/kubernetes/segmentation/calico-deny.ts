import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Labels } from '@/lib/model/facts/kubernetes-selector'
import { calicoSelector } from '../selectors/calico-selector'

type Policy = ResourceOf<'k8s.calico.globalnetworkpolicy'>

/** Calico's own label of every namespace. */
const NAME = 'projectcalico.org/name'

/**
 * Whether global policies deny every pod of a namespace what is sent to it unless a rule allows it: a tier whose policies
 * select every pod ends in a denial, written or implied, unless a rule of a lower order lets everything through. Tiers are
 * taken as if each were asked, so one that lets everything through leaves nothing denied (Calico, "Default deny policy").
 */
export function deniesIngress(policies: readonly Policy[], name: string, labels: Labels): boolean {
  const concerned = policies.filter((one) => selectsEveryPod(one, { ...labels, [NAME]: name }))
  const outcomes = [...Map.groupBy(concerned, (one) => one.facts.tier).values()].map(outcomeOf)
  return outcomes.includes('Deny') && !outcomes.includes('Allow')
}

function selectsEveryPod({ facts }: Policy, labels: Labels): boolean {
  if (facts.hostsOnly || facts.ingress === null) return false
  return /^(all\(\))?$/.test(facts.selector.trim()) && (calicoSelector(facts.namespaceSelector)?.(labels) ?? false)
}

/** By order, lowest first; without one last. What no rule decides is denied where a policy applies. */
function outcomeOf(tier: readonly Policy[]): 'Allow' | 'Deny' | 'Pass' {
  const order = ({ facts }: Policy) => facts.order ?? Number.POSITIVE_INFINITY
  const inOrder = [...tier].sort((a, b) => (order(a) === order(b) ? (a.name < b.name ? -1 : 1) : order(a) - order(b)))
  for (const { facts } of inOrder) if (facts.ingress?.catchAll) return facts.ingress.catchAll
  return 'Deny'
}
