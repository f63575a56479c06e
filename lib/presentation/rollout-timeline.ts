import { addMonths, type Month, monthOfDay, monthRange, monthsApart, startOfMonth } from '@/lib/kernel/month'
import { rolloutWindow } from '@/lib/metrics/rollout-window'
import type { LayerRollout } from '@/lib/model/deployment'
import type { LayerId } from '@/lib/model/layer'
import { monthText } from './date'

/** A stretch of the track, in percent of its width. */
export type Stretch = { start: number; width: number }

export type Timeline = {
  months: readonly Month[]
  baseline: Stretch | null
  rows: readonly { layer: LayerId; rolling: Stretch | null; live: Stretch | null }[]
}

/**
 * Places a deployment's dates on one track of whole months, from its baseline to `today` (or the last planned date).
 * Null when no layer has begun: there is nothing to draw yet.
 */
export function timelineOf(rollouts: readonly LayerRollout[], today: string): Timeline | null {
  const { baseline } = rolloutWindow(rollouts)
  if (!baseline) return null
  const last = [today, ...rollouts.flatMap((r) => [r.beganOn, r.liveOn])]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  const end = addMonths(monthOfDay(last ?? today), 1)
  const place = placer(baseline.from, end)
  return {
    months: monthRange(baseline.from, addMonths(end, -1)),
    baseline: place(startOfMonth(baseline.from), startOfMonth(addMonths(baseline.to, 1))),
    rows: rollouts.map(({ layer, beganOn, liveOn }) => ({
      layer,
      rolling: beganOn ? place(instant(beganOn), liveOn ? instant(liveOn) : instant(today)) : null,
      live: liveOn && liveOn <= today ? place(instant(liveOn), instant(today)) : null,
    })),
  }
}

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`)

function placer(from: Month, end: Month): (start: number, stop: number) => Stretch {
  const origin = startOfMonth(from)
  const span = startOfMonth(end) - origin
  const share = (at: number): number => Math.min(100, Math.max(0, ((at - origin) / span) * 100))
  return (start, stop) => ({ start: share(start), width: Math.max(0, share(stop) - share(start)) })
}

/** Every how many months the axis is labelled, so that at most about eight labels stand on it. */
export const labelEvery = (months: readonly Month[]): number => {
  const [first, last] = [months[0], months.at(-1)]
  return first && last ? Math.max(1, Math.ceil((monthsApart(first, last) + 1) / 8)) : 1
}

/** Which months are before and from when on is after, in words. */
export function windowText(rollouts: readonly LayerRollout[]): string {
  const { baseline, goLive } = rolloutWindow(rollouts)
  if (!baseline) return 'No layer has begun, so there is no baseline yet.'
  const before = `Baseline ${monthText(baseline.from)} to ${monthText(baseline.to)}.`
  return `${before} ${goLive ? `First layer live ${monthText(goLive)}.` : 'No layer is live yet.'}`
}
