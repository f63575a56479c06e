import { addMonths, type Month, monthOfDay } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'

/** Months of baseline before a rollout. */
export const BASELINE_MONTHS = 6

/** Where a rollout divides time; null when its day is not set. */
export type RolloutWindow = { baseline: { from: Month; to: Month } | null; goLive: Month | null }

const earliestMonth = (days: readonly (string | null)[]): Month | null => {
  const first = days.filter((day) => day !== null).sort()[0]
  return first === undefined ? null : monthOfDay(first)
}

/**
 * Baseline: the six whole months before the month in which the first layer began, because from that month on the
 * rollout may already act. Go-live: the month in which the first layer went live. What lies between belongs to neither.
 */
export function rolloutWindow(rollouts: readonly LayerRollout[]): RolloutWindow {
  const began = earliestMonth(rollouts.map((rollout) => rollout.beganOn))
  return {
    baseline: began && { from: addMonths(began, -BASELINE_MONTHS), to: addMonths(began, -1) },
    goLive: earliestMonth(rollouts.map((rollout) => rollout.liveOn)),
  }
}

/**
 * The month that is `after` months into live operation. The go-live month counts as month 1, as in the panel the
 * methods are checked on (its `start` is the last month before go-live, `since` = month - start), so month 3 is
 * two months after the month of go-live.
 */
export const readingMonth = (goLive: Month, after: number): Month => addMonths(goLive, after - 1)
