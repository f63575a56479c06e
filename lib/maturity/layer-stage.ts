import type { CapabilityMaturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { ESTABLISHED_PERCENT, HEAVY_WEIGHT, REACHED_PERCENT } from './formula'
import { hasReached, isApplicable, sumWeights, weightReached } from './weight-sums'

const DESCENDING: readonly Stage[] = [3, 2, 1]

/** Applicable capabilities of the heaviest weight that have not reached the stage: each alone holds the layer back. */
export const heavyBelow = (capabilities: readonly CapabilityMaturity[], stage: Stage): CapabilityMaturity[] =>
  capabilities.filter((one) => isApplicable(one) && one.weight >= HEAVY_WEIGHT && !hasReached(one, stage))

/** Whether enough is assessed to speak of a stage. A layer where nothing applies never is. */
function isEstablished(capabilities: readonly CapabilityMaturity[]): boolean {
  const { applicable, assessed } = sumWeights(capabilities)
  return applicable > 0 && assessed * 100 >= applicable * ESTABLISHED_PERCENT
}

const isReached = (capabilities: readonly CapabilityMaturity[], stage: Stage): boolean =>
  heavyBelow(capabilities, stage).length === 0 &&
  weightReached(capabilities, stage) * 100 >= sumWeights(capabilities).applicable * REACHED_PERCENT

/**
 * The highest stage that every weight-3 capability and at least 80 % of the applicable weight have reached. What is not
 * assessed has not reached it, so one weight-3 capability without an answer holds its layer at traditional.
 * null is "not established": under 50 % of the applicable weight is assessed, or nothing applies.
 */
export function layerStage(capabilities: readonly CapabilityMaturity[]): Stage | null {
  if (!isEstablished(capabilities)) return null
  return DESCENDING.find((stage) => isReached(capabilities, stage)) ?? 0
}
