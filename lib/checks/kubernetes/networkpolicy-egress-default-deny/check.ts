import type { Check } from '../../frame/check'
import { LIST_NAMESPACES } from '../scope/cluster-scope'
import { LIST_POLICIES } from '../segmentation/default-deny'
import { evaluateDefaultDeny } from '../segmentation/evaluate-default-deny'

const SHARE = 0.9

export const networkpolicyEgressDefaultDeny: Check = {
  id: 'k8s_networkpolicy_egress_default_deny',
  provider: 'kubernetes',
  title: 'Namespace lets traffic out by default',
  asserts:
    'At least 90 % of the namespaces, without the platform’s own, have a default-deny network policy for egress.',
  risk: 'A pod that is taken over can call home, fetch tools and carry data away.',
  severity: 'medium',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['NET-01', 'NET-06'],
  weak: [],
  feeds: [
    { capability: 'NET-01', stage: 2, atLeast: 0.9 },
    { capability: 'NET-01', stage: 3, atLeast: 1 },
    { capability: 'NET-06', stage: 2, atLeast: 0.8 },
    { capability: 'NET-06', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_NAMESPACES, LIST_POLICIES],
  permissions: [LIST_NAMESPACES, LIST_POLICIES],
  remediation: {
    text: 'Add a policy that selects every pod of the namespace and allows nothing out, and beside it one for DNS and for each destination that is meant.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -n NAMESPACE -f - <<EOF\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny-egress\nspec:\n  podSelector: {}\n  policyTypes: [Egress]\nEOF',
      },
    ],
    effort: 'days',
  },
  peers: [{ product: 'kubescape', id: 'C-0030' }],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => evaluateDefaultDeny(facts, 'egress', threshold),
}
