import { addMonths, monthOfDay, monthsApart } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import { seededRandom } from '../random'
import type { Profile } from './profile'
import { addDays, dayIn, goLiveMonth } from './timeline'

const later = (a: string, b: string): string => [a, b].sort().at(-1) ?? a

/**
 * When each layer began and went live, in framework order. Identity begins in the month it goes live, so that the six
 * baseline months end where month 1 begins; every later layer goes live one or two months after the one before it and
 * begins some weeks earlier, never before identity.
 */
export function rolloutsOf({ slug, goLive, layers }: Profile): LayerRollout[] {
  const random = seededRandom(`${slug} rollouts`)
  const first = dayIn(goLiveMonth(goLive), random.int(2, 5))
  let month = goLiveMonth(goLive)
  return LAYERS.map((layer, at) => {
    if (at >= layers) return { layer, beganOn: null, liveOn: null }
    if (at === 0) return { layer, beganOn: first, liveOn: addDays(first, random.int(9, 18)) }
    month = addMonths(month, random.int(1, 2))
    const liveOn = dayIn(month, random.int(4, 24))
    return { layer, beganOn: later(first, addDays(liveOn, -random.int(18, 50))), liveOn }
  })
}

/** Whole months a layer has been live on a day: 1 in the month of its own go-live, 0 before it. */
export const monthsLive = ({ liveOn }: LayerRollout, day: string): number =>
  liveOn === null || liveOn > day ? 0 : monthsApart(monthOfDay(liveOn), monthOfDay(day)) + 1
