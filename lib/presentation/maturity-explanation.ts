import type { LayerExplanation, MaturityExplanation } from '@/lib/maturity/explain-maturity'
import { stageLabel } from './stage'
import { listed } from './wording'

export type { LayerExplanation, MaturityExplanation }

/** The sums of a layer's score, as one would write them on paper; null when nothing is assessed. */
export const scoreSum = ({ weights }: Pick<LayerExplanation, 'weights'>): string | null =>
  weights.assessed === 0 ? null : `100 × ${weights.weightedStages} ÷ (3 × ${weights.assessed})`

/** What stands between a layer and its next stage; null at the last stage or while the layer is not established. */
export function nextStageNeeds({ next }: Pick<LayerExplanation, 'next'>): string | null {
  if (!next) return null
  const { stage, weightReached, weightNeeded, heavyBelow } = next
  const weight = weightReached < weightNeeded ? `weight ${weightNeeded} there, now ${weightReached}` : null
  const heavy = heavyBelow.length > 0 ? listed(heavyBelow) : null
  if (weight === null) return heavy === null ? null : `${stageLabel(stage)} needs ${heavy} to reach it.`
  const also = heavy === null ? '' : `; ${heavy} must reach it too`
  return `${stageLabel(stage)} needs ${weight}${also}.`
}
