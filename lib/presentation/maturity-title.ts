import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import { layerName } from './layer'
import { stageLabel } from './stage'
import { countWord, listed } from './wording'

const names = (layers: readonly LayerMaturity[]): string =>
  layers.length > 2 ? `${countWord(layers.length)} layers` : listed(layers.map((one) => layerName(one.layer)))

const nothingApplies = (layer: LayerMaturity): boolean =>
  layer.capabilities.every((one) => one.status === 'not_applicable')

/** Why there is no overall stage, the layers that lack answers before those that do not apply. */
function withoutStage(name: string, layers: readonly LayerMaturity[]): string {
  const missing = layers.filter((one) => one.stage === null)
  const thin = missing.filter((one) => !nothingApplies(one))
  if (thin.length === layers.length) return `${name} has no stage yet: too little is assessed`
  if (thin.length > 0) return `${name} has no overall stage yet: too little of ${names(thin)} is assessed`
  return `${name} has no overall stage: nothing in ${names(missing)} applies`
}

/** The layers at the lowest stage with the lowest score among them; more than one only when they are exactly equal. */
function holdingBack(layers: readonly LayerMaturity[], stage: Maturity['stage']): LayerMaturity[] {
  const lowest = layers.filter((one) => one.stage === stage)
  const score = Math.min(...lowest.map((one) => one.score ?? 0))
  return lowest.filter((one) => one.score === score)
}

/**
 * A page's heading as a finding: `Meridian Health is at Initial, held back by Data Protection`. The layer named is the
 * weakest one; with every layer at the same stage none is. null is an organization without an assessment.
 */
export function maturityTitle(name: string, maturity: Pick<Maturity, 'stage' | 'layers'> | null): string {
  if (maturity === null || maturity.layers.every((one) => one.score === null))
    return `${name} has not been assessed yet`
  const { stage, layers } = maturity
  if (stage === null) return withoutStage(name, layers)
  if (layers.every((one) => one.stage === stage))
    return `${name} is at ${stageLabel(stage)} in all ${countWord(layers.length)} layers`
  return `${name} is at ${stageLabel(stage)}, held back by ${names(holdingBack(layers, stage))}`
}
