import type { FactTypes } from '@/lib/model/facts/fact-types'
import { record, text } from './json'
import type { ApiObject } from './object'
import { labelSelector } from './selector'

export const serverFacts = ({ namespace, spec }: ApiObject): FactTypes['k8s.linkerd.server'] => ({
  namespace,
  podSelector: labelSelector(spec.podSelector),
})

export function linkerdPolicyFacts({ namespace, spec }: ApiObject): FactTypes['k8s.linkerd.authorizationpolicy'] {
  const { kind, name } = record(spec.targetRef)
  return { namespace, target: { kind: text(kind) ?? '', name: text(name) ?? '' } }
}
