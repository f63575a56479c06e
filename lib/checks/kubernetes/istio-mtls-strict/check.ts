import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { type EffectiveMtls, effectiveMtls, ROOT_NAMESPACE } from '../mesh/effective-mtls'
import { clusterScope, isInstalled, LIST_NAMESPACES, ownNamespaces } from '../scope/cluster-scope'
import { requiring } from '../scope/evidence'

const GROUP = 'security.istio.io'
const GET_GROUP = `get /apis/${GROUP}`
const LIST_PEER = `list ${GROUP}/peerauthentications`

function judged(name: string, { mode, weakenedBy }: EffectiveMtls): Judgement {
  if (mode !== 'STRICT')
    return fail(`Namespace ${name} takes part in mutual TLS as ${mode}; STRICT was expected.`, { mode })
  if (weakenedBy.length === 0) return pass
  const message = `Namespace ${name} asks for STRICT mutual TLS, but ${weakenedBy.join(', ')} weakens it for some workloads or ports.`
  return fail(message, { mode, weakenedBy })
}

function evaluate(facts: ScopeFacts) {
  const scope = clusterScope(facts)
  const policies = facts.of('k8s.istio.peerauthentication')
  const unread = facts.gaps([GET_GROUP, LIST_PEER])
  const isMesh = isInstalled(facts, GROUP) !== false
  return evaluatePopulation({
    items: isMesh ? ownNamespaces(facts, scope).filter(({ name }) => name !== ROOT_NAMESPACE) : [],
    judge: requiring(unread, ({ name }) => judged(name, effectiveMtls(policies, name))),
    gaps: isMesh ? [...facts.gaps([LIST_NAMESPACES]), ...unread, ...scope.gaps] : unread,
  })
}

export const istioMtlsStrict: Check = {
  id: 'k8s_istio_mtls_strict',
  provider: 'kubernetes',
  title: 'Istio takes plaintext in a namespace',
  asserts:
    'In every namespace, without the platform’s own, Istio’s policies come to STRICT mutual TLS for every workload and port. Whether pods are in the mesh at all is not asked here.',
  risk: 'A caller without an identity is answered, and whoever is on the network reads along.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-03'],
  weak: [],
  feeds: [
    { capability: 'NET-03', stage: 2, atLeast: 0.9 },
    { capability: 'NET-03', stage: 3, atLeast: 1 },
  ],
  operations: [GET_GROUP, LIST_PEER, LIST_NAMESPACES],
  permissions: [LIST_PEER, LIST_NAMESPACES],
  remediation: {
    text: 'Move workloads that still call in plaintext into the mesh, then set STRICT for the mesh and delete the policies that weaken it.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -f - <<EOF\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\n  namespace: istio-system\nspec:\n  mtls: { mode: STRICT }\nEOF',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate,
}
