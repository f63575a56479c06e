import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { PolicyRules } from '@/lib/model/facts/kubernetes'
import { isEmpty, record, records, texts } from './json'
import type { ApiObject } from './object'
import { labelSelector } from './selector'

/** Without policyTypes a policy is about ingress always, and about egress when it has egress rules (NetworkPolicySpec). */
export function networkPolicyFacts({ namespace, spec }: ApiObject): FactTypes['k8s.networkpolicy'] {
  const named = texts(spec.policyTypes)
  const [ingress, egress] = [rulesOf(spec.ingress), rulesOf(spec.egress)]
  const types = named.length > 0 ? named : ['Ingress', ...(egress.count > 0 ? ['Egress'] : [])]
  return {
    namespace,
    podSelector: labelSelector(spec.podSelector),
    ingress: types.includes('Ingress') ? ingress : null,
    egress: types.includes('Egress') ? egress : null,
  }
}

function rulesOf(value: unknown): PolicyRules {
  const rules = records(value)
  return { count: rules.length, open: rules.some((rule) => isEmpty(record(rule))) }
}
