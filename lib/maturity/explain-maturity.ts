import { AppError } from '@/lib/kernel/app-error'
import type { Day } from '@/lib/model/instant'
import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { CapabilityMaturity, LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { ESTABLISHED_PERCENT, HEAVY_WEIGHT, MATURITY_FORMULA, REACHED_PERCENT } from './formula'
import { heavyBelow } from './layer-stage'
import { sumWeights, type WeightSums, weightReached } from './weight-sums'

export type MaturityRule = { term: string; text: string }

export type LayerExplanation = {
  layer: LayerId
  score: number | null
  stage: Stage | null
  /** The sums the score and the shares are made of. */
  weights: WeightSums
  /** Assessed weight at which the layer has a stage. */
  weightToEstablish: number
  counted: CapabilityId[]
  notApplicable: CapabilityId[]
  notAssessed: CapabilityId[]
  cappedByChecks: CapabilityId[]
  overridden: CapabilityId[]
  /** What the next stage still needs; null at the last stage or while the layer is not established. */
  next: { stage: Stage; weightReached: number; weightNeeded: number; heavyBelow: CapabilityId[] } | null
}

export type MaturityExplanation = {
  formula: string
  framework: string
  asOf: Day
  rules: readonly MaturityRule[]
  layers: LayerExplanation[]
}

/** The formula `maturity/1` in words, one rule a term. */
export const MATURITY_RULES: readonly MaturityRule[] = [
  {
    term: 'Stage that counts',
    text: 'What the assessor said, but no higher than the stage the checks support. An approved override with a rationale replaces it.',
  },
  {
    term: 'Layer score',
    text: '100 × the sum of weight × stage, divided by 3 × the sum of weights, over the assessed capabilities that apply.',
  },
  { term: 'Coverage', text: 'Weight that is assessed, as a share of the weight that applies.' },
  {
    term: 'Layer stage',
    text: `The highest stage reached by every capability of weight ${HEAVY_WEIGHT} and by at least ${REACHED_PERCENT} % of the weight that applies. What is not assessed has not reached it. Below ${ESTABLISHED_PERCENT} % coverage the stage is not established.`,
  },
  { term: 'Overall stage', text: 'The lowest layer stage; not established while any layer is not.' },
  {
    term: 'Overall score',
    text: 'The mean of the layer scores; a layer with nothing assessed has none and is left out.',
  },
  {
    term: 'Confidence',
    text: 'Weight whose answer carries evidence in date on the day of the assessment, as a share of the weight that applies.',
  },
]

const UP: Record<Stage, Stage | null> = { 0: 1, 1: 2, 2: 3, 3: null }

const idsWhere = (layer: LayerMaturity, test: (one: CapabilityMaturity) => boolean): CapabilityId[] =>
  layer.capabilities.filter(test).map((one) => one.capability)

/** The least whole weight that is at least `percent` of another. */
const leastWeight = (percent: number, of: number): number => Math.ceil((percent * of) / 100)

function nextOf({ stage, capabilities }: LayerMaturity): LayerExplanation['next'] {
  const up = stage === null ? null : UP[stage]
  if (up === null) return null
  return {
    stage: up,
    weightReached: weightReached(capabilities, up),
    weightNeeded: leastWeight(REACHED_PERCENT, sumWeights(capabilities).applicable),
    heavyBelow: heavyBelow(capabilities, up).map((one) => one.capability),
  }
}

function explainLayer(layer: LayerMaturity): LayerExplanation {
  const weights = sumWeights(layer.capabilities)
  return {
    layer: layer.layer,
    score: layer.score,
    stage: layer.stage,
    weights,
    weightToEstablish: leastWeight(ESTABLISHED_PERCENT, weights.applicable),
    counted: idsWhere(layer, (one) => one.status === 'assessed'),
    notApplicable: idsWhere(layer, (one) => one.status === 'not_applicable'),
    notAssessed: idsWhere(layer, (one) => one.status === 'not_assessed'),
    cappedByChecks: idsWhere(layer, (one) => one.rule === 'capped-by-checks'),
    overridden: idsWhere(layer, (one) => one.rule === 'override'),
    next: nextOf(layer),
  }
}

/**
 * How a result came about: the rules in words, the sums behind each layer, what was left out and what the next stage
 * needs. Weights are whole numbers. Throws internal for a result of another formula than `maturity/1`.
 */
export function explainMaturity(maturity: Maturity): MaturityExplanation {
  if (maturity.formula !== MATURITY_FORMULA)
    throw new AppError('internal', { reason: `no explanation of formula ${maturity.formula}` })
  return {
    formula: maturity.formula,
    framework: maturity.framework,
    asOf: maturity.asOf,
    rules: MATURITY_RULES,
    layers: maturity.layers.map(explainLayer),
  }
}
