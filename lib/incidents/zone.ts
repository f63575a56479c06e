import { tzOffset } from '@date-fns/tz'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Whether the runtime knows this IANA zone (`Europe/Berlin`, `UTC`). Bare offsets such as `+02:00` are not zones. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Offset in ms at an instant; remembers whole minutes, the finest step a zone ever changes at. */
function offsets(zone: string): (epochMs: number) => number {
  const byMinute = new Map<number, number>()
  return (epochMs) => {
    const minute = Math.floor(epochMs / MINUTE_MS)
    const known = byMinute.get(minute)
    if (known !== undefined) return known
    const offset = tzOffset(zone, new Date(minute * MINUTE_MS)) * MINUTE_MS
    byMinute.set(minute, offset)
    return offset
  }
}

/**
 * The instant (epoch ms) at which a clock in `zone` shows `wallMs`, the shown date and time as if it were UTC. A time
 * that daylight saving skips moves forward by the gap and one that it repeats is the earlier of the two, as Temporal's
 * `compatible`. Days without a change of the clocks are remembered, so a million dates ask the runtime a few hundred times.
 */
export function zoneClock(zone: string): (wallMs: number) => number {
  const offsetAt = offsets(zone)
  const steadyByDay = new Map<number, number | null>()

  // No offset exceeds 14 hours, so the instant lies within a day of the wall time.
  const steady = (day: number): number | null => {
    const known = steadyByDay.get(day)
    if (known !== undefined) return known
    const before = offsetAt((day - 1) * DAY_MS)
    const offset = before === offsetAt((day + 2) * DAY_MS) ? before : null
    steadyByDay.set(day, offset)
    return offset
  }

  return (wallMs) => {
    const offset = steady(Math.floor(wallMs / DAY_MS))
    if (offset !== null) return wallMs - offset
    const before = offsetAt(wallMs - DAY_MS)
    const after = offsetAt(wallMs + DAY_MS)
    const [early, late] = [wallMs - before, wallMs - after]
    return offsetAt(early) !== before && offsetAt(late) === after ? late : early
  }
}
