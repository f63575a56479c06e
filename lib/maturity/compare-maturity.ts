import type { CapabilityId } from '@/lib/model/layer'
import type { CapabilityMaturity, LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { MaturityChange, MaturityComparison } from '@/lib/model/maturity-comparison'

type Standing = MaturityChange['before']
type Position = Pick<CapabilityMaturity, 'status' | 'effective'>

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before

const standing = ({ score, stage }: Standing): Standing => ({ score, stage })

const changeOf = (before: Standing, after: Standing, comparable: boolean): MaturityChange => ({
  before: standing(before),
  after: standing(after),
  scoreChange: comparable ? difference(before.score, after.score) : null,
  stageChange: comparable ? difference(before.stage, after.stage) : null,
})

const positions = (layers: readonly LayerMaturity[]): ReadonlyMap<CapabilityId, Position> =>
  new Map(layers.flatMap((layer) => layer.capabilities.map((one) => [one.capability, one])))

function capabilityChanges(before: Maturity, after: Maturity): MaturityComparison['capabilities'] {
  const earlier = positions(before.layers)
  return after.layers.flatMap(({ layer, capabilities }) =>
    capabilities.flatMap(({ capability, status, effective }) => {
      const was = earlier.get(capability) ?? { status: 'not_assessed', effective: null }
      if (was.status === status && was.effective === effective) return []
      return [
        {
          capability,
          layer,
          before: { status: was.status, effective: was.effective },
          after: { status, effective },
          stageChange: difference(was.effective, effective),
        },
      ]
    }),
  )
}

function refusalOf(before: Maturity, after: Maturity): string | null {
  if (before.framework !== after.framework)
    return `Assessed against framework ${before.framework} and ${after.framework}`
  if (before.formula !== after.formula) return `Computed with ${before.formula} and ${after.formula}`
  return null
}

const NOTHING: Standing = { score: null, stage: null }

/**
 * What changed between two results of one deployment: scores in points, stages in steps, and the capabilities behind it.
 * Results of different framework or formula versions are not compared, because the yardstick moved; `refusal` says so.
 * A change is null where either side has no value: without one nothing rose or fell.
 */
export function compareMaturity(before: Maturity, after: Maturity): MaturityComparison {
  const refusal = refusalOf(before, after)
  const earlier = new Map(before.layers.map((one) => [one.layer, one]))
  return {
    refusal,
    from: before.asOf,
    to: after.asOf,
    overall: changeOf(before, after, refusal === null),
    layers: after.layers.map((one) => ({
      layer: one.layer,
      ...changeOf(earlier.get(one.layer) ?? NOTHING, one, refusal === null),
    })),
    capabilities: refusal === null ? capabilityChanges(before, after) : [],
  }
}
