import type { CheckFacts } from '@/lib/model/check'
import type { Day, Instant } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { Stage } from '@/lib/model/stage'

/**
 * What one check said in one quarter through one connection. `pass` to `notApplicable` count accounts by what was said of
 * them last in the quarter; `lapses` those that failed earlier in it and no longer did at its end.
 */
export type CheckFact = {
  quarter: string
  connectionId: string
  /** The deployment that the connection feeds; null feeds the whole organization. */
  deploymentId: string | null
  checkId: string
  /** Finished runs that asked. */
  runs: number
  pass: number
  fail: number
  unknown: number
  notApplicable: number
  lapses: number
}

/** An answer that assessed a capability, with the stage that counted when it was approved. */
export type AnswerFact = {
  capability: string
  /** null when the result that was frozen holds no stage for it, which is then not known. */
  effective: Stage | null
  target: Stage | null
  evidence: readonly { id: string; collectedOn: Day; expiresOn: Day | null }[]
}

/** An approved assessment. Answers of `not_applicable` say nothing and are left out. */
export type AssessmentFact = {
  id: string
  deploymentId: string
  asOf: Day
  approvedAt: Instant
  answers: readonly AnswerFact[]
}

export type BearingCheck = Pick<CheckFacts, 'id' | 'capabilities' | 'weak'>

export type OperationInput = {
  framework: RequirementFramework
  period: Period
  /** The instant it is told as of; nothing later counts. */
  asOf: Instant
  checks: readonly BearingCheck[]
  /** Of the connections that feed the scope. */
  checkFacts: readonly CheckFact[]
  /** Of the scope's deployments. */
  assessments: readonly AssessmentFact[]
  /** The scope's deployments, for those at which nobody looked. */
  deployments: readonly { id: string; name: string }[]
}
