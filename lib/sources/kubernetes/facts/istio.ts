import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { MtlsMode } from '@/lib/model/facts/kubernetes-mesh'
import { isEmpty, labels, record, records, text } from './json'
import type { ApiObject } from './object'

const MODES = ['STRICT', 'PERMISSIVE', 'DISABLE'] as const

/** What is not set, and what is not known, is left to the next wider policy. */
const modeOf = (value: unknown): MtlsMode => MODES.find((mode) => mode === record(value).mode) ?? 'UNSET'

/** An empty selector is none: the policy is for the whole namespace. */
export function peerAuthenticationFacts({
  namespace,
  createdAt,
  spec,
}: ApiObject): FactTypes['k8s.istio.peerauthentication'] {
  const selector = labels(record(spec.selector).matchLabels)
  return {
    namespace,
    selector: Object.keys(selector).length === 0 ? null : selector,
    mode: modeOf(spec.mtls),
    ports: Object.entries(record(spec.portLevelMtls)).map(([port, mtls]) => ({ port, mode: modeOf(mtls) })),
    createdAt,
  }
}

export function authorizationPolicyFacts({ namespace, spec }: ApiObject): FactTypes['k8s.istio.authorizationpolicy'] {
  const rules = records(spec.rules)
  const targets = [...records(spec.targetRefs), record(spec.targetRef)].filter((one) => Object.keys(one).length > 0)
  return {
    namespace,
    action: text(spec.action) ?? 'ALLOW',
    targeted: targets.length > 0 || Object.keys(labels(record(spec.selector).matchLabels)).length > 0,
    rules: rules.length,
    open: rules.some(isEmpty),
  }
}
