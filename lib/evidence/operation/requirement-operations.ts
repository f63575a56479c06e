import type { Coverage, OperationState, RequirementOperation } from '@/lib/model/requirement-operation'
import { type Bearing, bearingOf } from './bearing'
import type { OperationInput } from './operation-facts'
import { operationGaps } from './operation-gaps'
import { type QuarterPart, quarterPart, spoke } from './quarter-operation'
import { type QuarterWords, quarterWords } from './quarter-words'

/** The worst of them is what the period came to. */
const WORST_FIRST: readonly OperationState[] = ['failed', 'missing', 'unknown', 'held']

/**
 * How every requirement of a framework was operated over a period, quarter by quarter, in the framework's order (formula
 * OPERATION_FORMULA). Automated when a check that bears on one of its capabilities spoke in the period, manual when only
 * approved answers speak, else not covered. Over the whole period failed when any quarter failed, else missing, unknown,
 * held. Held says that all that was looked at held; what of its capabilities or of the scope's deployments nobody looked
 * at stands beside it as a gap. The same facts in any order give the same result.
 */
export function requirementOperations(input: OperationInput): RequirementOperation[] {
  const words = quarterWords(input)
  return input.framework.requirements.map((requirement) =>
    operationOf(bearingOf(requirement, input.checks), words, input),
  )
}

function operationOf(bearing: Bearing, words: readonly QuarterWords[], input: OperationInput): RequirementOperation {
  const coverage = coverageOf(bearing, words)
  const parts = words.map((one) => quarterPart(bearing, coverage, one))
  return {
    requirement: bearing.requirement,
    coverage,
    state: worst(parts),
    capabilities: [...bearing.capabilities],
    checks: [...bearing.checks],
    quarters: parts.map(({ quarter }) => quarter),
    gaps: operationGaps({ bearing, coverage, parts, unseen: unseenBy(bearing, words, input) }),
  }
}

function coverageOf({ checks, capabilities }: Bearing, words: readonly QuarterWords[]): Coverage {
  if (words.some((one) => checks.some((id) => one.checks.get(id)?.some(spoke)))) return 'automated'
  return words.some((one) => capabilities.some((id) => one.answers.has(id))) ? 'manual' : 'not_covered'
}

/** A period of which no quarter has begun is missing: nothing was seen of it. */
const worst = (parts: readonly QuarterPart[]): OperationState =>
  WORST_FIRST.find((state) => parts.some(({ quarter }) => quarter.state === state)) ?? 'missing'

/** Deployments for which neither a check of their own or of the whole organization nor an answer spoke, by name. */
function unseenBy(
  { checks, capabilities }: Bearing,
  words: readonly QuarterWords[],
  { deployments }: Pick<OperationInput, 'deployments'>,
): string[] {
  const seen = new Set<string | null>()
  for (const one of words) {
    for (const id of checks) for (const fact of one.checks.get(id) ?? []) if (spoke(fact)) seen.add(fact.deploymentId)
    for (const id of capabilities) for (const { deploymentId } of one.answers.get(id) ?? []) seen.add(deploymentId)
  }
  if (seen.has(null)) return []
  return deployments.filter(({ id }) => !seen.has(id)).map(({ name }) => name)
}
