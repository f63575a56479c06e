/** How much has to be known of somebody before anything of theirs can be called unusual. */
const LEAST_VISITS = 20
const LEAST_DAYS = 7

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** From when to when somebody was here, in epoch milliseconds. */
export type Visit = { from: number; to: number }

/**
 * Whether somebody never was here at this hour of the day (UTC). False while fewer than 20 visits are known or they lie
 * within less than seven days: a habit nobody knows cannot be broken.
 */
export function isUnusualHour(visits: readonly Visit[], now: number): boolean {
  const first = Math.min(...visits.map(({ from }) => from))
  if (visits.length < LEAST_VISITS || now - first < LEAST_DAYS * DAY_MS) return false
  const hours = new Set(visits.flatMap(hoursOf))
  return !hours.has(hourOf(now))
}

const hourOf = (at: number): number => Math.floor(at / HOUR_MS) % 24

/** The hours of the day a visit touches; all of them after a day. */
function hoursOf({ from, to }: Visit): number[] {
  const first = Math.floor(from / HOUR_MS)
  const last = Math.min(Math.floor(Math.max(from, to) / HOUR_MS), first + 23)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) % 24)
}
