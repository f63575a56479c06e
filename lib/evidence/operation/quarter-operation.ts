import type { Coverage, OperationState, QuarterOperation } from '@/lib/model/requirement-operation'
import type { Bearing } from './bearing'
import type { CheckFact } from './operation-facts'
import type { QuarterWords } from './quarter-words'
import type { SpokenAnswer } from './speaking-answers'

/** What of a quarter concerns one requirement. */
export type QuarterPart = {
  quarter: QuarterOperation
  checks: readonly CheckFact[]
  /** Answers at Traditional, those under their target, and those without evidence in date of capabilities no check spoke to. */
  absent: readonly SpokenAnswer[]
  short: readonly SpokenAnswer[]
  unproven: readonly SpokenAnswer[]
  /** Capabilities that a check or an answer spoke to. */
  spoken: ReadonlySet<string>
}

/** Whether a check said anything: where nothing was there for it to look at, it said nothing. */
export const spoke = ({ pass, fail, unknown }: CheckFact): boolean => pass + fail + unknown > 0

/**
 * One requirement in one quarter. Failed when a check failed or an answer is at Traditional; missing when nobody looked,
 * which for an automated requirement means that no check spoke, whatever was answered; unknown when a check could not tell
 * or an answer stands without evidence in date and no check speaks to its capability; held only when something held and
 * none of that is so. An answer under its target is a gap and fails nothing: a target is an aim. A verdict of not applicable is counted and otherwise as though it were not there.
 */
export function quarterPart(bearing: Bearing, coverage: Coverage, words: QuarterWords): QuarterPart {
  const checks = bearing.checks.flatMap((id) => words.checks.get(id) ?? [])
  const answers = bearing.capabilities.flatMap((id) => words.answers.get(id) ?? [])
  const checked = new Set(checks.filter(spoke).flatMap(({ checkId }) => bearing.capabilitiesOf.get(checkId) ?? []))
  const absent = answers.filter(({ word }) => word === 'absent')
  const short = answers.filter(({ isShort }) => isShort)
  const unproven = answers.filter(({ word, capability }) => word === 'unproven' && !checked.has(capability))
  const sum = (of: (fact: CheckFact) => number) => checks.reduce((total, fact) => total + of(fact), 0)
  const counts = {
    pass: sum(({ pass }) => pass),
    fail: sum(({ fail }) => fail),
    unknown: sum(({ unknown }) => unknown),
  }
  const quarter: QuarterOperation = {
    ...words.quarter,
    state: stateOf({
      failed: counts.fail > 0 || absent.length > 0,
      looked: coverage === 'automated' ? checked.size > 0 : answers.length > 0,
      unclear: counts.unknown > 0 || unproven.length > 0,
    }),
    runs: runsOf(checks),
    ...counts,
    notApplicable: sum(({ notApplicable }) => notApplicable),
    lapses: sum(({ lapses }) => lapses),
    assessments: new Set(answers.map(({ assessmentId }) => assessmentId)).size,
    evidence: new Set(answers.flatMap(({ evidence }) => evidence)).size,
  }
  const spoken = new Set([...checked, ...answers.map(({ capability }) => capability)])
  return { quarter, checks, absent, short, unproven, spoken }
}

const stateOf = (is: { failed: boolean; looked: boolean; unclear: boolean }): OperationState => {
  if (is.failed) return 'failed'
  if (!is.looked) return 'missing'
  return is.unclear ? 'unknown' : 'held'
}

/** Of each connection as many as asked the check it was asked most: a run asks many checks and is one run. */
function runsOf(checks: readonly CheckFact[]): number {
  const most = new Map<string, number>()
  for (const { connectionId, runs } of checks) most.set(connectionId, Math.max(most.get(connectionId) ?? 0, runs))
  return [...most.values()].reduce((total, runs) => total + runs, 0)
}
