import { evaluatePopulation } from '../../frame/evaluate-population'
import type { Evaluation } from '../../frame/evaluation'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, LIST_NAMESPACES, ownNamespaces } from '../scope/cluster-scope'
import { requiring } from '../scope/evidence'
import { type Direction, defaultDeny, LIST_POLICIES, policiesByNamespace } from './default-deny'

/** The share of people's namespaces that deny by default in one direction. */
export function evaluateDefaultDeny(facts: ScopeFacts, direction: Direction, threshold: number): Evaluation {
  const scope = clusterScope(facts)
  const policies = policiesByNamespace(facts)
  const unread = facts.gaps([LIST_POLICIES])
  return evaluatePopulation({
    items: ownNamespaces(facts, scope),
    judge: requiring(unread, ({ name }) => {
      const standing = defaultDeny(policies.get(name) ?? [], direction)
      if (standing.is === 'denied') return pass
      if (standing.is === 'none')
        return fail(`Namespace ${name} has no network policy that denies all ${direction} by default.`)
      const message = `Namespace ${name} denies all ${direction} by default, but policy ${standing.by} allows all of it again.`
      return fail(message, { undoneBy: standing.by })
    }),
    gaps: [...facts.gaps([LIST_NAMESPACES]), ...unread, ...scope.gaps],
    threshold,
  })
}
