import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip } from '../../frame/judge'
import { LIST_CLUSTER_ROLES, LIST_ROLES } from '../rbac/effective-rules'
import { isSystemRole, isWildcard } from '../rbac/grants'

type AnyRole = ResourceOf<'k8s.role'> | ResourceOf<'k8s.clusterrole'>

function judge(role: AnyRole): Judgement {
  if (isSystemRole(role.name, role.facts.bootstrap)) return skip
  const rule = role.facts.rules.find(isWildcard)
  if (!rule) return pass
  const kind = role.type === 'k8s.role' ? 'Role' : 'Cluster role'
  return fail(`${kind} ${role.id} allows every verb on every resource.`, { apiGroups: rule.apiGroups })
}

export const rbacNoWildcard: Check = {
  id: 'k8s_rbac_no_wildcard',
  provider: 'kubernetes',
  title: 'Role allows everything on everything',
  asserts: 'No role or cluster role, but for the system’s own, allows every verb on every resource.',
  risk: 'Whoever is bound to it owns the cluster or the namespace, and what is added to the API later comes with it.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08'],
  weak: [],
  feeds: [
    { capability: 'IAM-08', stage: 2, atLeast: 1 },
    { capability: 'IAM-08', stage: 3, atLeast: 1 },
  ],
  operations: [LIST_ROLES, LIST_CLUSTER_ROLES],
  permissions: [LIST_ROLES, LIST_CLUSTER_ROLES],
  remediation: {
    text: 'List the verbs and resources that are used; the audit log of the API server shows them.',
    commands: [{ tool: 'kubectl', code: 'kubectl edit clusterrole NAME' }],
    effort: 'hours',
  },
  peers: [
    { product: 'prowler', id: 'rbac_minimize_wildcard_use_roles' },
    { product: 'kubescape', id: 'C-0187' },
  ],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation<AnyRole>({
      items: [...facts.of('k8s.role'), ...facts.of('k8s.clusterrole')],
      judge,
      gaps: facts.gaps([LIST_ROLES, LIST_CLUSTER_ROLES]),
    }),
}
