import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, LIST_PODS } from '../scope/cluster-scope'
import { sparing } from '../scope/evidence'
import { isFinished, mergeWorkloads, podsByWorkload, workloadTitle } from '../scope/workload'
import { isSelected, LIST_POLICIES, policiesByNamespace } from '../segmentation/default-deny'

const SHARE = 0.9

function evaluate(facts: ScopeFacts, threshold: number) {
  const scope = clusterScope(facts)
  const policies = policiesByNamespace(facts)
  const unread = facts.gaps([LIST_POLICIES])
  const evaluation = evaluatePopulation({
    items: podsByWorkload(facts, scope),
    judge: sparing(unread, ({ pod }) => {
      if (isFinished(pod)) return skip
      if (isSelected(pod, policies.get(pod.facts.namespace) ?? [])) return pass
      const why = pod.facts.hostNetwork
        ? 'are on the network of their host, where no network policy holds'
        : 'are selected by no network policy'
      return fail(`Pods of ${workloadTitle(pod)} ${why}.`, { hostNetwork: pod.facts.hostNetwork })
    }),
    gaps: [...facts.gaps([LIST_PODS]), ...unread, ...scope.gaps],
    threshold,
  })
  return mergeWorkloads(evaluation)
}

export const networkpolicyPodCoverage: Check = {
  id: 'k8s_networkpolicy_pod_coverage',
  provider: 'kubernetes',
  title: 'No network policy selects the pods of a workload',
  asserts: 'At least 90 % of the running pods, without the platform’s own, are selected by a network policy.',
  risk: 'What no policy selects talks to everything and is reached by everything.',
  severity: 'high',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['NET-01'],
  weak: [],
  feeds: [
    { capability: 'NET-01', stage: 2, atLeast: 0.9 },
    { capability: 'NET-01', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_PODS, LIST_POLICIES],
  permissions: [LIST_PODS, LIST_POLICIES],
  remediation: {
    text: 'Write a policy whose selector matches the labels of the workload and that names who may call it and whom it calls.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -n NAMESPACE -f - <<EOF\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: WORKLOAD\nspec:\n  podSelector:\n    matchLabels: { app: WORKLOAD }\n  policyTypes: [Ingress, Egress]\n  ingress:\n    - from:\n        - podSelector: { matchLabels: { app: CALLER } }\nEOF',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'kubescape', id: 'C-0260' }],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => evaluate(facts, threshold),
}
