import type { CapabilityMaturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'

/** Whole weights, so that thresholds are compared without rounding. */
export type WeightSums = {
  applicable: number
  assessed: number
  /** Applicable weight whose answer carries evidence in date. */
  evidenced: number
  /** Weight times effective stage, over what is assessed. */
  weightedStages: number
}

const weigh = (capabilities: readonly CapabilityMaturity[]): number =>
  capabilities.reduce((sum, one) => sum + one.weight, 0)

export const isApplicable = (one: CapabilityMaturity): boolean => one.status !== 'not_applicable'
const isAssessed = (one: CapabilityMaturity): boolean => one.status === 'assessed'

/** Whether a capability has reached a stage. Unknown is never good: not assessed has reached nothing above traditional. */
export const hasReached = (one: CapabilityMaturity, stage: Stage): boolean =>
  stage === 0 || (one.effective !== null && one.effective >= stage)

export function sumWeights(capabilities: readonly CapabilityMaturity[]): WeightSums {
  const applicable = capabilities.filter(isApplicable)
  return {
    applicable: weigh(applicable),
    assessed: weigh(applicable.filter(isAssessed)),
    evidenced: weigh(applicable.filter((one) => one.evidenced)),
    weightedStages: applicable.reduce((sum, one) => sum + one.weight * (one.effective ?? 0), 0),
  }
}

/** Applicable weight that has reached a stage. */
export const weightReached = (capabilities: readonly CapabilityMaturity[], stage: Stage): number =>
  weigh(capabilities.filter((one) => isApplicable(one) && hasReached(one, stage)))

/** A share from 0 to 1. An empty population is 0, never complete. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
