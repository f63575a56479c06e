import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { RbacRule } from '@/lib/model/facts/kubernetes'
import type { ScopeFacts } from '../../frame/scope-facts'
import { matchSelector } from '../selectors/match-selector'

export const LIST_ROLES = 'list rbac.authorization.k8s.io/roles'
export const LIST_CLUSTER_ROLES = 'list rbac.authorization.k8s.io/clusterroles'
export const LIST_ROLE_BINDINGS = 'list rbac.authorization.k8s.io/rolebindings'
export const LIST_CLUSTER_ROLE_BINDINGS = 'list rbac.authorization.k8s.io/clusterrolebindings'

type ClusterRole = ResourceOf<'k8s.clusterrole'>

/**
 * The rules of a cluster role with those of every cluster role it aggregates, followed through roles that aggregate
 * themselves: what it will grant, also before the controller wrote it down.
 */
function aggregatedRules(role: ClusterRole, all: readonly ClusterRole[]): readonly RbacRule[] {
  const [seen, rules] = [new Set<string>(), [] as RbacRule[]]
  const follow = (one: ClusterRole): void => {
    if (seen.has(one.name)) return
    seen.add(one.name)
    rules.push(...one.facts.rules)
    const { aggregates } = one.facts
    if (aggregates === null) return
    for (const other of all)
      if (aggregates.some((selector) => matchSelector(selector, other.facts.labels))) follow(other)
  }
  follow(role)
  return rules
}

/** The rules a binding grants, by what it refers to; null when there is no such role, so that it grants nothing. */
export function rulesOfBindings(facts: ScopeFacts): (binding: BindingFacts) => readonly RbacRule[] | null {
  const clusterRoles = facts.of('k8s.clusterrole')
  const byName = new Map(clusterRoles.map((one) => [one.name, one]))
  const roles = new Map(facts.of('k8s.role').map((one) => [one.id, one.facts.rules]))
  const known = new Map<string, readonly RbacRule[] | null>()
  const ofClusterRole = (name: string) => {
    const role = byName.get(name)
    const rules = known.get(name) ?? (role ? aggregatedRules(role, clusterRoles) : null)
    known.set(name, rules)
    return rules
  }
  return ({ role, namespace }) =>
    role.kind === 'ClusterRole' ? ofClusterRole(role.name) : (roles.get(`${namespace}/${role.name}`) ?? null)
}

type BindingFacts = { role: { kind: string; name: string }; namespace?: string }
