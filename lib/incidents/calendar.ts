/** A date as written, before any zone is applied. `offsetMinutes` is null when the text names none. */
export type WallTime = {
  year: number
  month: number
  day: number
  /** Milliseconds since the day's midnight on the clock; 0 for a date without a time. */
  sinceMidnightMs: number
  offsetMinutes: number | null
}

const SHORT_MONTHS = [4, 6, 9, 11]

/** Days of a month (1..12) in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return SHORT_MONTHS.includes(month) ? 30 : 31
}
