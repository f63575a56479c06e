/** Stands where a value is not known; never a zero. */
export const NOT_KNOWN = '—'

/** Keeps a figure and its unit on one line. */
export const NBSP = '\u00a0'

const MINUS = '\u2212'

const plain = (decimals: number) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const FORMATS = [plain(0), plain(1)] as const

export type Decimals = 0 | 1

/** Halves away from zero, so a fall and a rise of the same size read the same. */
const unsigned = (value: number, decimals: Decimals): string => FORMATS[decimals].format(Math.abs(value))
const isNothing = (value: number, decimals: Decimals): boolean => Math.abs(value) < (decimals === 0 ? 0.5 : 0.05)
const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value)

/** A share in percent, without the dust of binary fractions that would turn 57.5 into 57. */
export const toPercent = (share: number): number => Number((share * 100).toPrecision(12))

/** How many: `18,422`. */
export const countText = (count: number | null): string => (isKnown(count) ? FORMATS[0].format(count) : NOT_KNOWN)

/** A mean or rate: one decimal below 100 (`14.6`), whole from there (`1,284`). */
export function decimalText(value: number | null): string {
  if (!isKnown(value)) return NOT_KNOWN
  const decimals = Math.abs(value) < 99.95 ? 1 : 0
  return `${value < 0 && !isNothing(value, decimals) ? MINUS : ''}${unsigned(value, decimals)}`
}

/** A duration: `4.8 h`, `128 h`; one that would read as none is `< 0.1 h`. */
export function hoursText(hours: number | null): string {
  if (!isKnown(hours)) return NOT_KNOWN
  return `${hours > 0 && isNothing(hours, 1) ? '< 0.1' : decimalText(hours)}${NBSP}h`
}

/** A change with its sign: `+9`, `−6`, `0`. One that would round to nothing keeps a decimal: `+0.3`. */
export function signedText(change: number | null, decimals: Decimals = 0): string {
  if (!isKnown(change)) return NOT_KNOWN
  const shown = isNothing(change, decimals) ? 1 : decimals
  if (isNothing(change, shown)) return '0'
  return `${change < 0 ? MINUS : '+'}${unsigned(change, shown)}`
}

/** A relative change, given as a share: `−60 %`. A fall reads as −100 % only when nothing is left. */
export function relativeChangeText(change: number | null, decimals: Decimals = 0): string {
  if (!isKnown(change)) return NOT_KNOWN
  const most = decimals === 0 ? -99 : -99.9
  const percent = change > -1 ? Math.max(toPercent(change), most) : toPercent(change)
  return `${signedText(percent, decimals)}${NBSP}%`
}

/** A change in percentage points or points of a score: `+18 points`. Never to be mixed with a relative change. */
export function pointsText(change: number | null, decimals: Decimals = 0): string {
  if (!isKnown(change)) return NOT_KNOWN
  const text = signedText(change, decimals)
  return `${text}${NBSP}${text === '+1' || text === `${MINUS}1` ? 'point' : 'points'}`
}
