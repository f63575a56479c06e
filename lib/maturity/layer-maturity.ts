import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { CapabilityMaturity, LayerMaturity } from '@/lib/model/maturity'
import { layerStage } from './layer-stage'
import { shareOf, sumWeights, type WeightSums } from './weight-sums'

/** 100 · Σ w·s / (3 · Σ w) over what is assessed; null when nothing is. */
const scoreOf = ({ assessed, weightedStages }: WeightSums): number | null =>
  assessed === 0 ? null : (100 * weightedStages) / (3 * assessed)

/** The assessed capability with the lowest stage; the heavier first, then the framework's order. */
function weakestOf(capabilities: readonly CapabilityMaturity[]): CapabilityId | null {
  const ranked = capabilities
    .flatMap((one) => (one.effective === null ? [] : [{ ...one, effective: one.effective }]))
    .sort((a, b) => a.effective - b.effective || b.weight - a.weight)
  return ranked[0]?.capability ?? null
}

/**
 * One layer from its capabilities, given in the framework's order. Coverage and confidence are shares of the applicable
 * weight. A layer where nothing applies has no score, no stage and coverage 0: there is nothing it could be good at.
 */
export function layerMaturity(layer: LayerId, capabilities: CapabilityMaturity[]): LayerMaturity {
  const sums = sumWeights(capabilities)
  return {
    layer,
    score: scoreOf(sums),
    stage: layerStage(capabilities),
    coverage: shareOf(sums.assessed, sums.applicable),
    confidence: shareOf(sums.evidenced, sums.applicable),
    weakest: weakestOf(capabilities),
    capabilities,
  }
}
