import type { CapabilityId, LayerId } from '@/lib/model/layer'
import type { Posture } from '@/lib/model/posture'
import type { Stage } from '@/lib/model/stage'

type Standing = { stage: Stage | null; score: number | null; coverage: number }

export type PostureChange = {
  /** Null when both were measured by the same formula and framework, else why their difference means nothing. */
  refusal: string | null
  layers: readonly { layer: LayerId; before: Standing; after: Standing; scoreChange: number | null }[]
  /** Capabilities whose supported stage differs. */
  capabilities: readonly { capability: CapabilityId; before: Stage | null; after: Stage | null }[]
}

/** Two postures side by side, layer by layer. A change is null where either side has no score, never 0. */
export function comparePostures(before: Posture, after: Posture): PostureChange {
  const refusal = refusalOf(before, after)
  const earlier = new Map(before.layers.map((one) => [one.layer, one]))
  const layers = after.layers.map((own) => {
    const was = standing(earlier.get(own.layer))
    const is = standing(own)
    const known = refusal === null && was.score !== null && is.score !== null
    return { layer: own.layer, before: was, after: is, scoreChange: known ? (is.score ?? 0) - (was.score ?? 0) : null }
  })
  return { refusal, layers, capabilities: refusal === null ? capabilityChanges(before, after) : [] }
}

const standing = (layer: Standing | undefined): Standing => ({
  stage: layer?.stage ?? null,
  score: layer?.score ?? null,
  coverage: layer?.coverage ?? 0,
})

function capabilityChanges(before: Posture, after: Posture): PostureChange['capabilities'] {
  const earlier = new Map(
    before.layers.flatMap((one) => one.capabilities).map((one) => [one.capability, one.supported]),
  )
  return after.layers
    .flatMap((one) => one.capabilities)
    .map(({ capability, supported }) => ({
      capability,
      before: earlier.get(capability) ?? null,
      after: supported,
    }))
    .filter((one) => one.before !== one.after)
}

function refusalOf(before: Posture, after: Posture): string | null {
  if (before.framework !== after.framework)
    return `Measured against framework ${before.framework} and ${after.framework}`
  if (before.formula !== after.formula) return `Measured with ${before.formula} and ${after.formula}`
  return null
}
