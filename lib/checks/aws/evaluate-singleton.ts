import type { ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import { evaluatePopulation } from '../frame/evaluate-population'
import type { Evaluation } from '../frame/evaluation'
import { type Judgement, undecided } from '../frame/judge'
import type { ScopeFacts } from '../frame/scope-facts'
import { accountPlace } from './places'

type Singleton<Type extends ResourceType> = {
  type: Type
  /** What reads it; the first is named where it is missing. */
  operations: readonly string[]
  judge: (one: ResourceOf<Type>) => Judgement
  /** Which of the type is meant, where there are others. */
  where?: (one: ResourceOf<Type>) => boolean
}

/**
 * Judges what every account has exactly once, such as its summary or its root user. Without it nothing is known, so that a
 * missing one is unknown and never not applicable.
 */
export function evaluateSingleton<Type extends ResourceType>(
  facts: ScopeFacts,
  { type, operations, judge, where = () => true }: Singleton<Type>,
): Evaluation {
  const items = facts.of(type).filter(where)
  const gaps = facts.gaps(operations)
  if (items.length > 0) return evaluatePopulation({ items, judge, gaps })
  const missing = undecided(gaps[0]?.cause ?? 'not_collected', gaps[0]?.operation ?? operations.join(', '))
  return evaluatePopulation({ items: [accountPlace(facts)], judge: () => missing, gaps })
}
