import type { Instant } from '@/lib/model/instant'
import type { LayerMaturity } from '@/lib/model/maturity'
import type { CapabilityPosture, LayerPosture, Posture } from '@/lib/model/posture'
import { assessMaturity } from './assess-maturity'
import { type CheckClauses, capabilityPosture } from './capability-posture'
import type { AnswerFacts, MaturityInput } from './input'
import { POSTURE_FORMULA } from './posture-formula'
import type { StandingVerdict } from './standing-verdict'
import { standingVerdicts } from './standing-verdicts'

export type PostureInput = {
  framework: MaturityInput['framework']
  /** Every check there is; what of them no connection ran counts as not decided. */
  checks: readonly CheckClauses[]
  /** One a check and connection, in any order. */
  verdicts: readonly StandingVerdict[]
  at: Instant
}

/**
 * What the checks alone support. A capability whose checks support a stage counts as assessed at it, all others as not
 * assessed; from there on it is formula `maturity/1`, so that a layer is not established while checks support less than
 * half its weight. Confidence is coverage less the share of each capability's criteria that nobody could decide.
 */
export function measurePosture({ framework, checks, verdicts, at }: PostureInput): Posture {
  const standing = standingVerdicts(verdicts, at)
  const capabilities = framework.capabilities.map((one) => capabilityPosture(one, checks, standing))
  const asOf = at.slice(0, 10)
  const maturity = assessMaturity({ framework, answers: capabilities.map(answerOf), asOf })
  const layers = maturity.layers.map((layer) => layerOf(layer, capabilities))
  const { score, stage, coverage, weakestLayer } = maturity
  return {
    formula: POSTURE_FORMULA,
    framework: framework.version,
    at,
    score,
    stage,
    coverage,
    confidence: confidenceOf(capabilities),
    weakestLayer,
    layers,
  }
}

const answerOf = ({ capability, supported }: CapabilityPosture): AnswerFacts => ({
  capability,
  status: supported === null ? 'not_assessed' : 'assessed',
  stage: supported,
  targetStage: null,
  evidence: [],
})

function layerOf(
  { layer, stage, score, coverage, weakest, capabilities }: LayerMaturity,
  all: readonly CapabilityPosture[],
): LayerPosture {
  const ids = new Set(capabilities.map((one) => one.capability))
  const own = all.filter((one) => ids.has(one.capability))
  return { layer, stage, score, coverage, confidence: confidenceOf(own), weakest, capabilities: own }
}

function confidenceOf(capabilities: readonly CapabilityPosture[]): number {
  const weight = capabilities.reduce((sum, one) => sum + one.weight, 0)
  const sure = capabilities.reduce((sum, one) => sum + (one.supported === null ? 0 : one.weight * one.coverage), 0)
  return weight === 0 ? 0 : sure / weight
}
