import type { Instant } from '@/lib/model/instant'
import type { Check } from './frame/check'
import type { Evaluation } from './frame/evaluation'
import type { CheckContext, ScopeFacts } from './frame/scope-facts'

export type Evaluated = { check: Check; evaluation: Evaluation }

type Circumstances = {
  /** What ages are measured against. */
  now: Instant
  /** Shares at which ratio checks pass, where the organization set them, by check. */
  thresholds?: ReadonlyMap<string, number>
}

/**
 * Evaluates checks over the facts of one account, cluster or workspace, in the checks' order. One that cannot cope with
 * what it finds there is unknown and says so; the others are evaluated all the same.
 */
export const evaluateScope = (
  checks: readonly Check[],
  facts: ScopeFacts,
  { now, thresholds }: Circumstances,
): Evaluated[] =>
  checks.map((check) => {
    const threshold = thresholds?.get(check.id)
    return { check, evaluation: evaluated(check, facts, threshold === undefined ? { now } : { now, threshold }) }
  })

function evaluated(check: Check, facts: ScopeFacts, context: CheckContext): Evaluation {
  try {
    return check.evaluate(facts, context)
  } catch (fault) {
    const detail = `the check stopped at facts it does not understand (${fault instanceof Error ? fault.name : 'fault'})`
    const gaps = [{ cause: 'unsupported', operation: check.operations[0] ?? check.id, region: null, detail }] as const
    return { verdict: 'unknown', numerator: 0, denominator: 0, failing: [], undecided: [], gaps }
  }
}
