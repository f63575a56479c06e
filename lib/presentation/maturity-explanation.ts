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
  const missing = [
    ...(weightReached < weightNeeded ? [`weight ${weightNeeded} at ${stageLabel(stage)}, now ${weightReached}`] : []),
    ...(heavyBelow.length > 0 ? [`${listed(heavyBelow)} at ${stageLabel(stage)}`] : []),
  ]
  return missing.length === 0 ? null : `${stageLabel(stage)} needs ${listed(missing)}.`
}
