import type { CheckFact, OperationInput } from './operation-facts'
import { type Quarter, quartersIn } from './quarters'
import { type SpokenAnswer, spokenAnswers } from './speaking-answers'

/** All that is said in one quarter, by check and by capability, so that every requirement finds its part at once. */
export type QuarterWords = {
  quarter: Quarter
  checks: ReadonlyMap<string, readonly CheckFact[]>
  answers: ReadonlyMap<string, readonly SpokenAnswer[]>
}

export function quarterWords({ period, asOf, checkFacts, assessments }: OperationInput): QuarterWords[] {
  const facts = groupedBy(checkFacts, ({ quarter }) => quarter)
  return quartersIn(period, asOf).map((quarter) => ({
    quarter,
    checks: groupedBy(facts.get(quarter.quarter) ?? [], ({ checkId }) => checkId),
    answers: groupedBy(spokenAnswers(assessments, quarter, asOf), ({ capability }) => capability),
  }))
}

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
