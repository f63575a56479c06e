import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, isInstalled, LIST_NAMESPACES, LIST_PODS } from '../scope/cluster-scope'
import { sparing } from '../scope/evidence'
import { isFinished, mergeWorkloads, podsByWorkload, workloadTitle } from '../scope/workload'
import { matchSelector } from '../selectors/match-selector'

const GROUP = 'spire.spiffe.io'
const GET_GROUP = `get /apis/${GROUP}`
const LIST_IDS = `list ${GROUP}/clusterspiffeids`
const SHARE = 0.8

function evaluate(facts: ScopeFacts, threshold: number) {
  const scope = clusterScope(facts)
  const labelsOf = new Map(facts.of('k8s.namespace').map((one) => [one.name, one.facts.labels]))
  const ids = facts.of('k8s.clusterspiffeid').map((one) => one.facts)
  const unread = facts.gaps([GET_GROUP, LIST_IDS, LIST_NAMESPACES])
  const isAbsent = isInstalled(facts, GROUP) === false
  const evaluation = evaluatePopulation({
    items: isAbsent ? [] : podsByWorkload(facts, scope),
    judge: sparing(unread, ({ pod }) => {
      if (isFinished(pod)) return skip
      const ofNamespace = labelsOf.get(pod.facts.namespace) ?? {}
      const isNamed = ids.some(
        ({ podSelector, namespaceSelector }) =>
          matchSelector(podSelector, pod.facts.labels) && matchSelector(namespaceSelector, ofNamespace),
      )
      return isNamed ? pass : fail(`Pods of ${workloadTitle(pod)} are given no SPIFFE identity.`)
    }),
    gaps: isAbsent ? facts.gaps([GET_GROUP]) : [...unread, ...facts.gaps([LIST_PODS]), ...scope.gaps],
    threshold,
  })
  return mergeWorkloads(evaluation)
}

export const spireWorkloadCoverage: Check = {
  id: 'spire_workload_coverage',
  provider: 'kubernetes',
  title: 'Workload has no SPIFFE identity',
  asserts:
    'Where SPIRE’s controller is installed, a ClusterSPIFFEID gives an identity to at least 80 % of the running pods, without the platform’s own.',
  risk: 'A workload without an attested identity falls back on shared accounts and static keys.',
  severity: 'high',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['IAM-03'],
  weak: [],
  feeds: [
    { capability: 'IAM-03', stage: 1, atLeast: 0.3 },
    { capability: 'IAM-03', stage: 2, atLeast: 0.8 },
    { capability: 'IAM-03', stage: 3, atLeast: 1 },
  ],
  operations: [GET_GROUP, LIST_IDS, LIST_NAMESPACES, LIST_PODS],
  permissions: [LIST_IDS, LIST_NAMESPACES, LIST_PODS],
  remediation: {
    text: 'Add a ClusterSPIFFEID whose selectors match the workload.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -f - <<EOF\napiVersion: spire.spiffe.io/v1alpha1\nkind: ClusterSPIFFEID\nmetadata:\n  name: WORKLOAD\nspec:\n  spiffeIDTemplate: "spiffe://{{ .TrustDomain }}/ns/{{ .PodMeta.Namespace }}/sa/{{ .PodSpec.ServiceAccountName }}"\n  podSelector: { matchLabels: { app: WORKLOAD } }\nEOF',
      },
    ],
    effort: 'hours',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => evaluate(facts, threshold),
}
