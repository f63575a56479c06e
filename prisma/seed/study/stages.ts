import { type Capability, capabilitiesOf } from '@/lib/framework/capabilities'
import { LAYERS, type LayerId } from '@/lib/model/layer'
import type { Stage } from '@/lib/model/stage'
import { type Random, seededRandom } from '../random'
import type { Profile } from './profile'

/** Where one capability stands before the rollout and at month 12; it never falls. */
export type StagePath = { capability: Capability; before: Stage; after: Stage }

const HEAVY = 3
/** A layer keeps its stage while no more than a fifth of its weight lies below. */
const SLACK = 0.2
/** Of a layer that cannot be established only these heavy-enough answers exist, by position in the layer. */
const SEEN_OF_UNESTABLISHED = new Set([1, 4])

const clamp = (value: number, ceiling: Stage): Stage => {
  const stage = Math.max(0, Math.min(value, ceiling))
  return stage === 0 ? 0 : stage === 1 ? 1 : stage === 2 ? 2 : 3
}

/**
 * Stages whose layer stage is exactly `aim`: no weight-3 capability lies below it, one of them lies on it, and the
 * lighter ones that lie below weigh at most a fifth. None exceeds its ceiling.
 */
function drawn(
  random: Random,
  capabilities: readonly Capability[],
  aim: Stage,
  ceiling: (id: string) => Stage,
): Map<string, Stage> {
  const heavy = capabilities.filter((one) => one.weight === HEAVY)
  const weakest = heavy[random.int(0, heavy.length - 1)]
  let slack = SLACK * capabilities.reduce((sum, one) => sum + one.weight, 0)
  return new Map(
    capabilities.map((one) => {
      const lift = random.chance(0.3) ? 1 : 0
      const lags = random.chance(0.25)
      if (one === weakest) return [one.id, clamp(aim, ceiling(one.id))]
      if (one.weight === HEAVY || aim === 0 || !lags || slack < one.weight)
        return [one.id, clamp(aim + lift, ceiling(one.id))]
      slack -= one.weight
      return [one.id, clamp(aim - 1, ceiling(one.id))]
    }),
  )
}

function layerPaths(profile: Profile, layer: LayerId, at: number): StagePath[] {
  const random = seededRandom(`${profile.slug} stages ${layer}`)
  const all = capabilitiesOf(layer)
  const [before, after] = [profile.stages.before[at] ?? null, profile.stages.after[at] ?? null]
  if (before === null || after === null)
    return all.flatMap((capability, i) => (SEEN_OF_UNESTABLISHED.has(i) ? [{ capability, before: 0, after: 1 }] : []))
  const applicable = all.filter((one) => profile.notApplicable[one.id] === undefined)
  const reached = drawn(random, applicable, after, () => 3)
  const found = drawn(random, applicable, before, (id) => reached.get(id) ?? 0)
  return applicable.map((capability) => ({
    capability,
    before: found.get(capability.id) ?? 0,
    after: reached.get(capability.id) ?? 0,
  }))
}

/** Every assessed capability's way through the study, layer by layer in framework order. */
export const stagePaths = (profile: Profile): StagePath[] =>
  LAYERS.flatMap((layer, at) => layerPaths(profile, layer, at))
