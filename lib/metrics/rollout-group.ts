import type { LayerRollout } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import type { RolloutGroup } from '@/lib/model/portfolio'

/** Which layers of a deployment have a go-live day: none, identity and network alone, all five, or any other set. */
export function rolloutGroup(rollouts: readonly LayerRollout[]): RolloutGroup {
  const live = new Set(rollouts.flatMap(({ layer, liveOn }) => (liveOn === null ? [] : [layer])))
  if (live.size === 0) return 'none'
  if (live.size === LAYERS.length) return 'all-five'
  return live.size === 2 && live.has('IAM') && live.has('NET') ? 'identity-and-network' : 'other'
}
