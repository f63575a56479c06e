import type { Instant } from '@/lib/model/instant'
import type { Check } from './frame/check'
import type { Evaluation } from './frame/evaluation'
import type { ScopeFacts } from './frame/scope-facts'

export type Evaluated = { check: Check; evaluation: Evaluation }

type Circumstances = {
  /** What ages are measured against. */
  now: Instant
  /** Shares at which ratio checks pass, where the organization set them, by check. */
  thresholds?: ReadonlyMap<string, number>
}

/** Evaluates checks over the facts of one account, cluster or workspace, in the checks' order. */
export const evaluateScope = (
  checks: readonly Check[],
  facts: ScopeFacts,
  { now, thresholds }: Circumstances,
): Evaluated[] =>
  checks.map((check) => {
    const threshold = thresholds?.get(check.id)
    return { check, evaluation: check.evaluate(facts, threshold === undefined ? { now } : { now, threshold }) }
  })
