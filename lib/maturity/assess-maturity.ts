import { layers as frameworkLayers } from '@/lib/framework/layers'
import { AppError } from '@/lib/kernel/app-error'
import type { LayerId } from '@/lib/model/layer'
import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { capabilityMaturity } from './capability-maturity'
import { MATURITY_FORMULA } from './formula'
import type { AnswerFacts, MaturityInput } from './input'
import { layerMaturity } from './layer-maturity'
import { shareOf, sumWeights } from './weight-sums'

/** Two answers for one capability, or one the framework does not have, would make the result depend on luck. */
function indexAnswers({ framework, answers }: MaturityInput): ReadonlyMap<string, AnswerFacts> {
  const known = new Set(framework.capabilities.map((one) => one.id))
  const byCapability = new Map<string, AnswerFacts>()
  for (const answer of answers) {
    const fault = byCapability.has(answer.capability) ? 'twice' : known.has(answer.capability) ? null : 'unknown'
    if (fault) throw new AppError('internal', { reason: `maturity: answer for ${answer.capability} is ${fault}` })
    byCapability.set(answer.capability, answer)
  }
  return byCapability
}

const ASCENDING: readonly Stage[] = [0, 1, 2, 3]

function overallStage(layers: readonly LayerMaturity[]): Stage | null {
  const stages = layers.map((one) => one.stage)
  return stages.includes(null) ? null : (ASCENDING.find((stage) => stages.includes(stage)) ?? null)
}

function overallScore(layers: readonly LayerMaturity[]): number | null {
  const scores = layers.flatMap(({ score }) => (score === null ? [] : [score]))
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** Lowest stage, then lowest score, then the framework's order. Established layers only, unless none is. */
function weakestLayer(layers: readonly LayerMaturity[]): LayerId | null {
  const scored = layers.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]))
  const established = scored.filter((one) => one.stage !== null)
  const ranked = (established.length > 0 ? established : scored).sort(
    (a, b) => (a.stage ?? 0) - (b.stage ?? 0) || a.score - b.score,
  )
  return ranked[0]?.layer ?? null
}

/**
 * What one assessment says. Scores run 0..100, coverage and confidence 0..1 of the applicable weight of all layers.
 * Overall stage = the lowest layer stage, null while any layer is not established, also because nothing in it applies:
 * a layer cannot be declared away. Overall score = mean of the layers that have one; null when nothing is assessed.
 * Formula `maturity/1`. Throws internal for two answers to one capability or for one the framework does not have.
 */
export function assessMaturity(input: MaturityInput): Maturity {
  const answers = indexAnswers(input)
  const layers = frameworkLayers.map(({ id: layer }) =>
    layerMaturity(
      layer,
      input.framework.capabilities
        .filter((one) => one.layer === layer)
        .map((one) => capabilityMaturity(one, answers.get(one.id), input.asOf)),
    ),
  )
  const sums = sumWeights(layers.flatMap((one) => one.capabilities))
  return {
    formula: MATURITY_FORMULA,
    framework: input.framework.version,
    asOf: input.asOf,
    score: overallScore(layers),
    stage: overallStage(layers),
    coverage: shareOf(sums.assessed, sums.applicable),
    confidence: shareOf(sums.evidenced, sums.applicable),
    weakestLayer: weakestLayer(layers),
    layers,
  }
}
