import type { Day } from '@/lib/model/instant'
import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { Stage } from '@/lib/model/stage'

export type WeightedCapability = { id: CapabilityId; layer: LayerId; weight: number }

/** A decision that another stage than the computed one counts. Without approval or rationale it has no effect. */
export type StageOverride = { stage: Stage; rationale: string; approvedBy: string | null }

/** What is known about one capability; `Answer` of the model fits as it is. */
export type AnswerFacts = {
  capability: CapabilityId
  status: 'assessed' | 'not_applicable' | 'not_assessed'
  /** null unless assessed. */
  stage: Stage | null
  targetStage: Stage | null
  /** The highest stage that no check contradicts; absent or null when none contradicts any. */
  supportedStage?: Stage | null
  override?: StageOverride | null
  /** Days in UTC, both ends included; `expiresOn` null means it does not expire. */
  evidence: readonly { collectedOn: Day; expiresOn: Day | null }[]
}

export type MaturityInput = {
  /** Weights 1 to 3. A layer without a capability here is reported as not established. */
  framework: { version: string; capabilities: readonly WeightedCapability[] }
  /** At most one a capability, in any order; a capability without one is not assessed. */
  answers: readonly AnswerFacts[]
  /** The day the result speaks for. */
  asOf: Day
}
