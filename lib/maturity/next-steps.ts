import type { CapabilityId } from '@/lib/model/layer'
import type { CapabilityMaturity, LayerMaturity } from '@/lib/model/maturity'
import type { NextStep } from '@/lib/model/next-step'
import type { Stage } from '@/lib/model/stage'

const UP: Record<Stage, Stage | null> = { 0: 1, 1: 2, 2: 3, 3: null }

/**
 * The `count` single-stage steps that raise a layer's score most, best first: each takes one capability up one stage
 * (one without an answer to Initial). A heavier capability gains more; of equal weight the one further back comes first.
 * Scores are 0..100 by `maturity/1`; cost is not known here, so the order is by gain alone.
 */
export function nextSteps(layer: LayerMaturity, count: number): NextStep[] {
  const open = layer.capabilities.filter((one) => one.status !== 'not_applicable' && goal(one) !== null)
  const order = [...open].sort((a, b) => b.weight - a.weight || (a.effective ?? -1) - (b.effective ?? -1))
  const stages = new Map(layer.capabilities.map((one) => [one.capability, one.effective]))
  return order.slice(0, count).flatMap((one) => {
    const to = goal(one)
    if (to === null) return []
    const scoreBefore = scoreOf(layer.capabilities, stages)
    stages.set(one.capability, to)
    const scoreAfter = scoreOf(layer.capabilities, stages)
    return scoreAfter === null ? [] : [{ capability: one.capability, from: one.effective, to, scoreBefore, scoreAfter }]
  })
}

const goal = ({ effective }: CapabilityMaturity): Stage | null => (effective === null ? 1 : UP[effective])

function scoreOf(
  capabilities: readonly CapabilityMaturity[],
  stages: ReadonlyMap<CapabilityId, Stage | null>,
): number | null {
  let weight = 0
  let reached = 0
  for (const one of capabilities) {
    const stage = stages.get(one.capability) ?? null
    if (stage === null) continue
    weight += one.weight
    reached += one.weight * stage
  }
  return weight === 0 ? null : (100 * reached) / (3 * weight)
}
