import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { CatchAll } from '@/lib/model/facts/kubernetes-mesh'
import { count, isEmpty, type Json, records, text, texts } from './json'
import type { ApiObject } from './object'

/** Without types it is about egress when it has only egress rules, about both when it has both, else about ingress. */
export function globalNetworkPolicyFacts({ spec }: ApiObject): FactTypes['k8s.calico.globalnetworkpolicy'] {
  const [ingress, egress] = [records(spec.ingress), records(spec.egress)]
  const named = texts(spec.types)
  const meant = [
    ...(ingress.length > 0 || egress.length === 0 ? ['Ingress'] : []),
    ...(egress.length > 0 ? ['Egress'] : []),
  ]
  const types = named.length > 0 ? named : meant
  return {
    tier: text(spec.tier) ?? 'default',
    order: count(spec.order),
    selector: text(spec.selector) ?? '',
    namespaceSelector: text(spec.namespaceSelector) ?? '',
    hostsOnly: spec.preDNAT === true || spec.doNotTrack === true,
    ingress: types.includes('Ingress') ? { catchAll: catchAllOf(ingress) } : null,
    egress: types.includes('Egress') ? { catchAll: catchAllOf(egress) } : null,
  }
}

/** Log goes on to the next rule; whatever narrows a rule stands beside its action. */
function catchAllOf(rules: readonly Json[]): CatchAll {
  for (const { action, metadata: _, ...narrowed } of rules) {
    if (!Object.values(narrowed).every((one) => isEmptyMatch(one))) continue
    if (action === 'Allow' || action === 'Deny' || action === 'Pass') return action
  }
  return null
}

const isEmptyMatch = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isEmpty(value as Json)
