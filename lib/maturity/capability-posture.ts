import type { CheckFacts } from '@/lib/model/check'
import type { CapabilityPosture, PostureCriterion, PostureStage } from '@/lib/model/posture'
import type { Stage } from '@/lib/model/stage'
import { criterionState } from './criterion-state'
import type { WeightedCapability } from './input'
import type { StandingVerdict } from './standing-verdict'

const ABOVE_TRADITIONAL: readonly Stage[] = [1, 2, 3]
const BELOW: Record<Stage, Stage> = { 0: 0, 1: 0, 2: 1, 3: 2 }

/** What a stage asks of a check. */
export type CheckClauses = Pick<CheckFacts, 'id' | 'feeds'>

type Verdicts = ReadonlyMap<string, StandingVerdict>

/** What the checks show of one capability; see lib/model/posture for the meaning of each part. */
export function capabilityPosture(
  capability: WeightedCapability,
  checks: readonly CheckClauses[],
  verdicts: Verdicts,
): CapabilityPosture {
  const stages = ABOVE_TRADITIONAL.map((stage) => stageOf(stage, criteriaOf(capability.id, stage, checks, verdicts)))
  return {
    capability: capability.id,
    weight: capability.weight,
    supported: supportedStage(stages),
    ceiling: ceilingStage(stages),
    coverage: coverageOf(stages.flatMap((one) => one.criteria)),
    stages,
  }
}

function criteriaOf(
  capability: string,
  stage: Stage,
  checks: readonly CheckClauses[],
  verdicts: Verdicts,
): PostureCriterion[] {
  return checks.flatMap(({ id, feeds }) => {
    const verdict = verdicts.get(id)
    return feeds
      .filter((one) => one.capability === capability && one.stage === stage)
      .map(({ atLeast }) => ({
        checkId: id,
        atLeast,
        verdict: verdict?.verdict ?? 'unknown',
        numerator: verdict?.numerator ?? 0,
        denominator: verdict?.denominator ?? 0,
        share: verdict && verdict.denominator > 0 ? verdict.numerator / verdict.denominator : null,
        state: criterionState(verdict, atLeast),
      }))
  })
}

function stageOf(stage: Stage, criteria: PostureCriterion[]): PostureStage {
  const states = new Set(criteria.map((one) => one.state))
  const state = (['contradicted', 'open', 'met'] as const).find((one) => states.has(one)) ?? 'silent'
  return { stage, state, criteria }
}

/**
 * The highest stage that is met with no lower one contradicted or open; a stage no check speaks to is passed over. Without
 * one it is traditional when a stage is contradicted, and null when the checks leave everything open.
 */
function supportedStage(stages: readonly PostureStage[]): Stage | null {
  let supported: Stage | null = null
  for (const { stage, state } of stages) {
    if (state === 'contradicted' || state === 'open') break
    if (state === 'met') supported = stage
  }
  return supported ?? (stages.some((one) => one.state === 'contradicted') ? 0 : null)
}

function ceilingStage(stages: readonly PostureStage[]): Stage | null {
  const lowest = stages.find((one) => one.state === 'contradicted')
  return lowest ? BELOW[lowest.stage] : null
}

/** Of the criteria that apply, the share that was decided either way; what no connection ran is among those not decided. */
function coverageOf(criteria: readonly PostureCriterion[]): number {
  const applicable = criteria.filter((one) => one.verdict !== 'not_applicable')
  if (applicable.length === 0) return 0
  return applicable.filter((one) => one.state === 'met' || one.state === 'contradicted').length / applicable.length
}
