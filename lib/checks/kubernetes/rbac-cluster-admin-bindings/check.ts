import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip } from '../../frame/judge'
import { LIST_CLUSTER_ROLE_BINDINGS } from '../rbac/effective-rules'
import { subjectTitle } from '../rbac/grants'

/** Who holds a certificate of this group is past all roles anyway; it is the door to break open, not to walk through. */
const BREAK_GLASS = 'system:masters'

function judge({ name, facts: { role, subjects } }: ResourceOf<'k8s.clusterrolebinding'>): Judgement {
  if (role.kind !== 'ClusterRole' || role.name !== 'cluster-admin' || subjects.length === 0) return skip
  const others = subjects.filter((one) => one.kind !== 'Group' || one.name !== BREAK_GLASS).map(subjectTitle)
  if (others.length === 0) return pass
  return fail(`Binding ${name} makes ${others.join(', ')} administrator of the cluster for good.`, { subjects: others })
}

export const rbacClusterAdminBindings: Check = {
  id: 'k8s_rbac_cluster_admin_bindings',
  provider: 'kubernetes',
  title: 'Cluster administrator by a standing binding',
  asserts:
    'The role cluster-admin is bound to the group system:masters alone; a break-glass account beside it is an exception with an owner.',
  risk: 'A token of any of these is the whole cluster, at any hour and without anybody’s approval.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08', 'IAM-07'],
  weak: [],
  feeds: [
    { capability: 'IAM-08', stage: 2, atLeast: 0.9 },
    { capability: 'IAM-08', stage: 3, atLeast: 1 },
    { capability: 'IAM-07', stage: 2, atLeast: 0.9 },
    { capability: 'IAM-07', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_CLUSTER_ROLE_BINDINGS],
  permissions: [LIST_CLUSTER_ROLE_BINDINGS],
  remediation: {
    text: 'Remove the binding, or replace it by one to a role of what is really done; grant cluster-admin for an hour when it is needed.',
    commands: [{ tool: 'kubectl', code: 'kubectl delete clusterrolebinding NAME' }],
    effort: 'hours',
  },
  peers: [
    { product: 'prowler', id: 'rbac_cluster_admin_usage' },
    { product: 'kubescape', id: 'C-0035' },
  ],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('k8s.clusterrolebinding'),
      judge,
      gaps: facts.gaps([LIST_CLUSTER_ROLE_BINDINGS]),
    }),
}
