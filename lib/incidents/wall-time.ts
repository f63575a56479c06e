import type { DateOrder } from '@/lib/model/import-options'
import { daysIn, type WallTime } from './calendar'
import { plainIso } from './plain-iso'

/** Longer than any accepted form; keeps a hostile cell away from the pattern. */
const LONGEST = 48

// Date, then optionally a time, AM or PM and an offset. Every repetition is bounded, so matching is linear.
const FORM =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:(?:[Tt]|,? {1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/

const OTHER_ORDER = { 'day-first': 'month-first', 'month-first': 'day-first' } as const

/** Year, month and day of three numbers as written, or why they are not a date. */
function calendarDay(first: string, middle: string, last: string, order: DateOrder, text: string) {
  if (first.length === 4) return dayOf(Number(first), Number(middle), Number(last), text, '')
  if (last.length !== 4) return `"${text}" has no year of four digits`
  if (order === 'iso')
    return `"${text}" is not an ISO date like 2016-02-29; if it is right, choose day-first or month-first dates`
  const [month, day] = order === 'day-first' ? [Number(middle), Number(first)] : [Number(first), Number(middle)]
  const hint = month > 12 && day <= 12 ? ` read ${order}; choose ${OTHER_ORDER[order]} dates if it is` : ''
  return dayOf(Number(last), month, day, text, hint)
}

function dayOf(year: number, month: number, day: number, text: string, hint: string) {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return `"${text}" is not a day of the calendar${hint}`
  return { year, month, day }
}

function clockMs(hour: number, minute: number, second: number, fraction: string, half: string): number | null {
  if (minute > 59 || second > 59) return null
  const ms = (minute * 60 + second) * 1000 + Number(`${fraction}000`.slice(0, 3))
  if (half === '') return hour > 23 ? null : hour * 3_600_000 + ms
  if (hour < 1 || hour > 12) return null
  return ((hour % 12) + (half === 'p' ? 12 : 0)) * 3_600_000 + ms
}

/** Minutes east of UTC; the largest in use is +14:00. Undefined when it cannot be one. */
function offsetOf(text: string): number | null | undefined {
  if (text === '') return null
  if (text[0] !== '+' && text[0] !== '-') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', ''))
  if (minutes > 14 * 60 || Number(text.slice(3).replace(':', '')) > 59) return undefined
  return text[0] === '-' ? -minutes : minutes
}

/**
 * Reads one trimmed date, or says in words why it cannot be one. Year-first dates are read in every order; dates that
 * end in the year follow `order`, and are refused under `iso` because nothing tells day from month. A time may have
 * seconds, a fraction, AM or PM, and an offset (`Z`, `UTC`, `GMT`, `+02:00`).
 */
export function readWallTime(text: string, order: DateOrder): WallTime | string {
  const plain = plainIso(text)
  if (plain !== null) return plain
  const found = text.length > LONGEST ? null : FORM.exec(text)
  if (found === null)
    return `"${text.slice(0, LONGEST)}" is not a date this import can read, like 2016-02-29 01:16 or 29/2/2016 01:16`
  const [, first = '', , middle = '', last = '', hour, minute, second, fraction = '', half = '', zone = ''] = found
  const day = calendarDay(first, middle, last, order, text)
  if (typeof day === 'string') return day
  const offsetMinutes = offsetOf(zone)
  if (offsetMinutes === undefined) return `"${text}" has an offset that no zone uses`
  if (hour === undefined) return { ...day, sinceMidnightMs: 0, offsetMinutes }
  const sinceMidnightMs = clockMs(Number(hour), Number(minute), Number(second ?? 0), fraction, half.toLowerCase())
  if (sinceMidnightMs === null) return `"${text}" is not a time of the day`
  return { ...day, sinceMidnightMs, offsetMinutes }
}
