import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, LIST_NAMESPACES, ownNamespaces } from '../scope/cluster-scope'

const LABEL = 'pod-security.kubernetes.io/enforce'
const ENFORCED = new Set(['baseline', 'restricted'])

function evaluate(facts: ScopeFacts) {
  const scope = clusterScope(facts)
  return evaluatePopulation({
    items: ownNamespaces(facts, scope),
    judge: ({ name, facts: { labels } }) => {
      const level = Object.hasOwn(labels, LABEL) ? labels[LABEL] : undefined
      if (level !== undefined && ENFORCED.has(level)) return pass
      const found = level === undefined ? 'enforces no Pod Security level' : `enforces the Pod Security level ${level}`
      return fail(`Namespace ${name} ${found}; baseline or restricted was expected.`, { level: level ?? null })
    },
    gaps: [...facts.gaps([LIST_NAMESPACES]), ...scope.gaps],
  })
}

export const psaEnforceLabel: Check = {
  id: 'k8s_psa_enforce_label',
  provider: 'kubernetes',
  title: 'Namespace enforces no Pod Security Standard',
  asserts:
    'Every namespace, without the platform’s own, enforces the Pod Security level baseline or restricted by its label; a default of the API server shows in no API and does not count.',
  risk: 'A pod that takes over its node (privileged, host paths, host network) is admitted like any other.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-04'],
  weak: [],
  feeds: [
    { capability: 'POL-04', stage: 1, atLeast: 0.3 },
    { capability: 'POL-04', stage: 2, atLeast: 0.9 },
    { capability: 'POL-04', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_NAMESPACES],
  permissions: [LIST_NAMESPACES],
  remediation: {
    text: 'Ask first what would be refused, then label the namespace.',
    commands: [
      {
        tool: 'kubectl',
        code: `kubectl label --dry-run=server --overwrite namespace NAMESPACE ${LABEL}=restricted\nkubectl label --overwrite namespace NAMESPACE ${LABEL}=restricted`,
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'kube-bench', id: '5.2.1' }],
  provenBy: 'server',
  evaluate,
}
