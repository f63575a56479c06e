import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, isInstalled, LIST_PODS } from '../scope/cluster-scope'
import { sparing } from '../scope/evidence'
import { isFinished, mergeWorkloads, podsByWorkload, workloadTitle } from '../scope/workload'

const GROUP = 'policy.linkerd.io'
const GET_GROUP = `get /apis/${GROUP}`
const SHARE = 0.9

function evaluate(facts: ScopeFacts, threshold: number) {
  const scope = clusterScope(facts)
  const unread = facts.gaps([GET_GROUP])
  const pods = podsByWorkload(facts, scope)
  const isMesh = isInstalled(facts, GROUP) !== false || pods.some(({ pod }) => pod.facts.meshes.includes('linkerd'))
  const evaluation = evaluatePopulation({
    items: isMesh ? pods : [],
    judge: sparing(unread, ({ pod }) => {
      if (isFinished(pod)) return skip
      if (pod.facts.meshes.includes('linkerd')) return pass
      return fail(`Pods of ${workloadTitle(pod)} have no Linkerd proxy.`, { hostNetwork: pod.facts.hostNetwork })
    }),
    gaps: [...unread, ...facts.gaps([LIST_PODS]), ...scope.gaps],
    threshold,
  })
  return mergeWorkloads(evaluation)
}

export const linkerdInjectedRatio: Check = {
  id: 'k8s_linkerd_injected_ratio',
  provider: 'kubernetes',
  title: 'Workload is outside the Linkerd mesh',
  asserts: 'Where Linkerd is installed, at least 90 % of the running pods, without the platform’s own, have its proxy.',
  risk: 'What has no proxy speaks plaintext and has no identity, so no policy of the mesh can name it.',
  severity: 'medium',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['NET-03', 'NET-04'],
  weak: [],
  feeds: [
    { capability: 'NET-03', stage: 1, atLeast: 0.01 },
    { capability: 'NET-03', stage: 2, atLeast: 0.9 },
    { capability: 'NET-03', stage: 3, atLeast: 0.995 },
    { capability: 'NET-04', stage: 2, atLeast: 0.8 },
  ],
  operations: [GET_GROUP, LIST_PODS],
  permissions: [LIST_PODS],
  remediation: {
    text: 'Have the proxy injected into the namespace and start its workloads again.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl annotate namespace NAMESPACE linkerd.io/inject=enabled\nkubectl rollout restart deployment -n NAMESPACE',
      },
    ],
    effort: 'hours',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => evaluate(facts, threshold),
}
