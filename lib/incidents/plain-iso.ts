import { daysIn, type WallTime } from './calendar'

const HYPHEN = 45
const COLON = 58
const SPACE = 32
const T = 84
const Z = 90

/** The two digits at a place as a number; NaN when they are none, which spoils every sum it enters. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function isFramed(text: string): boolean {
  const between = text.charCodeAt(10)
  return (
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    (between === SPACE || between === T) &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  )
}

/**
 * `2016-02-29 01:16:05` (or with `T`, or a `Z` at the end) read letter by letter, four times as fast as by pattern:
 * most files hold nothing else, and a million rows hold five million dates. Null for any other text and for numbers
 * out of range, which are for the pattern to read or to refuse with a reason.
 */
export function plainIso(text: string): WallTime | null {
  const isUtc = text.length === 20 && text.charCodeAt(19) === Z
  if ((text.length !== 19 && !isUtc) || !isFramed(text)) return null
  const [year, month, day] = [two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)]
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null
  if (!(year >= 0 && hour <= 23 && minute <= 59 && second <= 59)) return null
  const sinceMidnightMs = ((hour * 60 + minute) * 60 + second) * 1000
  return { year, month, day, sinceMidnightMs, offsetMinutes: isUtc ? 0 : null }
}
