import { capability } from '@/lib/framework/capabilities'
import { guidanceOf } from '@/lib/framework/guidance'
import { nextSteps } from '@/lib/maturity/next-steps'
import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import { layerName } from '@/lib/presentation/layer'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import type { Block } from '../report'

/** The layer that holds the organization back; null when none is assessed. */
export const weakestOf = ({ layers, weakestLayer }: Pick<Maturity, 'layers' | 'weakestLayer'>): LayerMaturity | null =>
  layers.find(({ layer }) => layer === weakestLayer) ?? null

/** The steps that raise a layer most, as the overview lists them. */
export const layerSteps = (layer: LayerMaturity, count: number): Block => ({
  kind: 'steps',
  empty: `Every capability of ${layerName(layer.layer)} is at Optimal.`,
  steps: nextSteps(layer, count).map((step) => ({
    title: `${capability(step.capability).name} to ${stageLabel(step.to)}`,
    text: `${step.capability}. ${guidanceOf(step.capability).stages[step.to] ?? ''}`,
    aside: `Score ${scoreText(step.scoreBefore)} to ${scoreText(step.scoreAfter)}`,
  })),
})
