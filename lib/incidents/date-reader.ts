import { AppError } from '@/lib/kernel/app-error'
import type { DateOrder } from '@/lib/model/import-options'
import type { WallTime } from './calendar'
import { isUnknown } from './unknown-text'
import { readWallTime } from './wall-time'
import { isZone, zoneClock } from './zone'

/** How the dates of one file are read. `now` (epoch ms) is what "in the future" is measured from. */
export type DateReading = { order: DateOrder; zone: string; now: number }

/** An instant in epoch ms, "not known" in one of its spellings, or why the text was refused. */
export type ReadDate = { epochMs: number } | { unknown: true } | { reason: string }

/** A calendar day `YYYY-MM-DD` as written, "not known", or why the text was refused. */
export type ReadDay = { day: string } | { unknown: true } | { reason: string }

const EARLIEST_YEAR = 1990
/** Clocks differ a little; a source a few minutes ahead of us has not seen the future. */
const TOLERANCE_MS = 5 * 60_000
const UNKNOWN = { unknown: true } as const

type Known = { epochMs: number; wall: WallTime }

function knownReader({ order, zone, now }: DateReading): (text: string) => Known | { unknown: true } | string {
  if (!isZone(zone))
    throw new AppError('invalid', {
      detail: `"${zone}" is not a time zone`,
      problems: [{ field: 'zone', reason: `"${zone}" is not an IANA time zone like Europe/Berlin` }],
    })
  const instantOf = zoneClock(zone)
  const latest = now + TOLERANCE_MS
  return (raw) => {
    const text = raw.trim()
    if (isUnknown(text)) return UNKNOWN
    const wall = readWallTime(text, order)
    if (typeof wall === 'string') return wall
    const wallMs = Date.UTC(wall.year, wall.month - 1, wall.day) + wall.sinceMidnightMs
    const epochMs = wall.offsetMinutes === null ? instantOf(wallMs) : wallMs - wall.offsetMinutes * 60_000
    if (wall.year < EARLIEST_YEAR) return `"${text}" is before 1990`
    if (epochMs > latest) return `"${text}" lies in the future`
    return { epochMs, wall }
  }
}

/**
 * A reader of instants. Dates without an offset are read on the clock of `zone`; a date without a time is the start of
 * that day there. A time that daylight saving skips moves forward, one that it repeats is the earlier. Refused with a
 * reason: impossible dates, years of two digits, anything before 1990 or more than five minutes after `now`.
 * Throws `invalid` when the zone does not exist.
 */
export function dateReader(reading: DateReading): (text: string) => ReadDate {
  const read = knownReader(reading)
  return (text) => {
    const found = read(text)
    if (typeof found === 'string') return { reason: found }
    return 'unknown' in found ? found : { epochMs: found.epochMs }
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** A reader of calendar days: the day as written, whatever time or offset stands beside it. Refuses what `dateReader` refuses. */
export function dayReader(reading: DateReading): (text: string) => ReadDay {
  const read = knownReader(reading)
  return (text) => {
    const found = read(text)
    if (typeof found === 'string') return { reason: found }
    if ('unknown' in found) return found
    return { day: `${found.wall.year}-${two(found.wall.month)}-${two(found.wall.day)}` }
  }
}
