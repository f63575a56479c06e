import type { Check } from '../../frame/check'
import { LIST_NAMESPACES } from '../scope/cluster-scope'
import { LIST_POLICIES } from '../segmentation/default-deny'
import { evaluateDefaultDeny } from '../segmentation/evaluate-default-deny'

const SHARE = 0.9

export const networkpolicyNamespaceCoverage: Check = {
  id: 'k8s_networkpolicy_namespace_coverage',
  provider: 'kubernetes',
  title: 'Namespace admits traffic by default',
  asserts:
    'At least 90 % of the namespaces, without the platform’s own, have a default-deny network policy for ingress.',
  risk: 'Any pod of the cluster can reach every pod of the namespace, so one that is taken over reaches all of them.',
  severity: 'high',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['NET-01'],
  weak: [],
  feeds: [
    { capability: 'NET-01', stage: 1, atLeast: 0.3 },
    { capability: 'NET-01', stage: 2, atLeast: 0.9 },
    { capability: 'NET-01', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_NAMESPACES, LIST_POLICIES],
  permissions: [LIST_NAMESPACES, LIST_POLICIES],
  remediation: {
    text: 'Add a policy that selects every pod of the namespace and allows nothing in, and beside it one for each flow that is meant.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -n NAMESPACE -f - <<EOF\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny-ingress\nspec:\n  podSelector: {}\n  policyTypes: [Ingress]\nEOF',
      },
    ],
    effort: 'days',
  },
  peers: [
    { product: 'kubescape', id: 'C-0260' },
    { product: 'kube-bench', id: '5.3.2' },
  ],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => evaluateDefaultDeny(facts, 'ingress', threshold),
}
