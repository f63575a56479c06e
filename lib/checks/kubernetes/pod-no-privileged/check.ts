import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, LIST_PODS } from '../scope/cluster-scope'
import { mergeWorkloads, type Pod, podsByWorkload, workloadTitle } from '../scope/workload'

/** What a pod has of its node, in words. */
function hostRights({ facts }: Pod): string[] {
  return [
    ...(facts.privileged.length > 0 ? [`runs privileged (${facts.privileged.join(', ')})`] : []),
    ...(facts.hostPaths.length > 0 ? [`mounts ${facts.hostPaths.join(', ')} of the host`] : []),
    ...(facts.hostNetwork ? ['is on the network of the host'] : []),
    ...(facts.hostPid ? ['sees the processes of the host'] : []),
    ...(facts.hostIpc ? ['shares the memory of the host'] : []),
  ]
}

function evaluate(facts: ScopeFacts) {
  const scope = clusterScope(facts)
  const evaluation = evaluatePopulation({
    items: podsByWorkload(facts, scope),
    judge: ({ pod }) => {
      const rights = hostRights(pod)
      if (rights.length === 0) return pass
      const { privileged, hostPaths, hostNetwork } = pod.facts
      return fail(`${workloadTitle(pod)} ${rights.join(', ')}.`, { privileged, hostPaths, hostNetwork })
    },
    gaps: [...facts.gaps([LIST_PODS]), ...scope.gaps],
  })
  return mergeWorkloads(evaluation)
}

export const podNoPrivileged: Check = {
  id: 'k8s_pod_no_privileged',
  provider: 'kubernetes',
  title: 'Workload has rights of its node',
  asserts:
    'No pod, without the platform’s own, runs privileged, mounts a path of its host or shares the network, processes or memory of its host.',
  risk: 'Who takes over the pod has the node, and with it every pod and token on it.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-04'],
  weak: [],
  feeds: [
    { capability: 'POL-04', stage: 2, atLeast: 0.9 },
    { capability: 'POL-04', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_PODS],
  permissions: [LIST_PODS],
  remediation: {
    text: 'Take the right out of the specification: drop privileged, use volumes of the cluster and services instead of the host’s; move what truly needs its node to a namespace of the platform.',
    commands: [
      { tool: 'kubectl', code: 'kubectl -n NAMESPACE edit KIND/NAME' },
      {
        tool: 'yaml',
        code: 'spec:\n  hostNetwork: false\n  containers:\n    - name: CONTAINER\n      securityContext:\n        privileged: false\n        allowPrivilegeEscalation: false',
      },
    ],
    effort: 'hours',
  },
  peers: [
    { product: 'prowler', id: 'core_minimize_privileged_containers' },
    { product: 'kubescape', id: 'C-0057' },
  ],
  provenBy: 'server',
  evaluate,
}
