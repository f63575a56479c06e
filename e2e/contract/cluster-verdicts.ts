import { type Evaluated, evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import type { Verdict } from '@/lib/model/verdict'
import type { ReadUnit } from './read-everything'

/** What the checks of clusters say of what was read, by check. */
export function evaluatedOf(units: readonly ReadUnit[], now: string): ReadonlyMap<string, Evaluated['evaluation']> {
  const resources = units.flatMap((unit) => unit.resources)
  const facts = scopeFacts(units[0]?.account ?? '', units, resources)
  const evaluated = evaluateScope(checksOf('kubernetes'), facts, { now })
  return new Map(evaluated.map(({ check, evaluation }) => [check.id, evaluation]))
}

export const verdictsOfCluster = (units: readonly ReadUnit[], now: string): Record<string, Verdict> =>
  Object.fromEntries([...evaluatedOf(units, now)].map(([id, { verdict }]) => [id, verdict]))
