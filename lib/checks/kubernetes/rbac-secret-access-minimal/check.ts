import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import {
  LIST_CLUSTER_ROLE_BINDINGS,
  LIST_CLUSTER_ROLES,
  LIST_ROLE_BINDINGS,
  LIST_ROLES,
  rulesOfBindings,
} from '../rbac/effective-rules'
import { isSystemRole, readsSecrets, subjectTitle } from '../rbac/grants'
import { type ClusterScope, clusterScope } from '../scope/cluster-scope'
import { sparing } from '../scope/evidence'

const BINDINGS = [LIST_ROLE_BINDINGS, LIST_CLUSTER_ROLE_BINDINGS]
const ROLES = [LIST_ROLES, LIST_CLUSTER_ROLES]

type AnyBinding = ResourceOf<'k8s.rolebinding'> | ResourceOf<'k8s.clusterrolebinding'>

/** What the platform gives itself: its own bindings, and those to service accounts of its namespaces. */
function isPlatforms({ name, facts }: AnyBinding, { isSystem }: ClusterScope): boolean {
  if (isSystemRole(name, facts.bootstrap)) return true
  if ('namespace' in facts && isSystem(facts.namespace)) return true
  const accounts = facts.subjects.filter(({ kind }) => kind === 'ServiceAccount')
  return (
    accounts.length === facts.subjects.length &&
    accounts.every(({ namespace }) => namespace !== null && isSystem(namespace))
  )
}

function evaluate(facts: ScopeFacts) {
  const scope = clusterScope(facts)
  const rulesOf = rulesOfBindings(facts)
  const unread = facts.gaps(ROLES)
  const judge = (binding: AnyBinding): Judgement => {
    if (isPlatforms(binding, scope)) return skip
    const rules = rulesOf(binding.facts)
    if (rules === null && unread[0]) return { is: 'undecided', cause: unread[0].cause, operation: unread[0].operation }
    if (!rules?.some(readsSecrets)) return pass
    const where = 'namespace' in binding.facts ? `namespace ${binding.facts.namespace}` : 'the whole cluster'
    const subjects = binding.facts.subjects.map(subjectTitle)
    const message = `Binding ${binding.id} lets ${subjects.join(', ')} read every secret of ${where}.`
    return fail(message, { role: binding.facts.role.name, subjects })
  }
  return evaluatePopulation<AnyBinding>({
    items: [...facts.of('k8s.rolebinding'), ...facts.of('k8s.clusterrolebinding')],
    judge: sparing(scope.gaps, judge),
    gaps: [...facts.gaps(BINDINGS), ...unread, ...scope.gaps],
  })
}

export const rbacSecretAccessMinimal: Check = {
  id: 'k8s_rbac_secret_access_minimal',
  provider: 'kubernetes',
  title: 'Binding lets all secrets be read',
  asserts: 'No binding, but for the platform’s own, lets anybody get, list or watch secrets whatever their name.',
  risk: 'Secrets of every workload of the namespace or cluster are one request away, tokens of stronger accounts among them.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08', 'DAT-05'],
  weak: [],
  feeds: [
    { capability: 'IAM-08', stage: 3, atLeast: 1 },
    { capability: 'DAT-05', stage: 3, atLeast: 1 },
  ],
  operations: [...BINDINGS, ...ROLES],
  permissions: [...BINDINGS, ...ROLES],
  remediation: {
    text: 'Name the secrets that are needed (resourceNames), or mount them, and leave get, list and watch on secrets out of the role.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl create role read-one --verb=get --resource=secrets --resource-name=NAME -n NAMESPACE',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'rbac_minimize_secret_access' }],
  provenBy: 'server',
  evaluate,
}
