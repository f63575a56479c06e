import type { CapabilityMaturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import type { AnswerFacts, StageOverride } from './input'

type Effective = Pick<CapabilityMaturity, 'status' | 'effective' | 'rule'>

const counts = (override: StageOverride | null | undefined): override is StageOverride =>
  !!override && override.approvedBy !== null && override.approvedBy !== '' && override.rationale.trim() !== ''

const lower = (a: Stage, b: Stage): Stage => (b < a ? b : a)

/**
 * The stage that counts, and by which rule. An assessed stage is capped by what the checks support; an approved override
 * with a rationale replaces both, upwards or downwards. An answer without a stage counts as not assessed: the checks
 * alone never set a stage. `effective` is null unless the status is `assessed`.
 */
export function effectiveStage(answer: AnswerFacts | undefined): Effective {
  if (answer?.status === 'not_applicable') return { status: 'not_applicable', effective: null, rule: 'not-applicable' }
  if (answer?.status !== 'assessed' || answer.stage === null)
    return { status: 'not_assessed', effective: null, rule: 'not-assessed' }
  if (counts(answer.override)) return { status: 'assessed', effective: answer.override.stage, rule: 'override' }
  const supported = answer.supportedStage ?? answer.stage
  return {
    status: 'assessed',
    effective: lower(answer.stage, supported),
    rule: supported < answer.stage ? 'capped-by-checks' : 'assessed',
  }
}
