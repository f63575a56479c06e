import type { Day } from '@/lib/model/instant'

/** Where each day stands between the first and the last, from 0 to 1; all at 1 when there is only one day. Oldest first. */
export function placeInTime(days: readonly Day[]): number[] {
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`))
  const from = times[0] ?? 0
  const span = (times.at(-1) ?? 0) - from
  return times.map((time) => (span === 0 ? 1 : (time - from) / span))
}
