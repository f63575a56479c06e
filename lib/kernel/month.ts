/** A UTC calendar month, `YYYY-MM`. Sorts as text. */
export type Month = string & { readonly __month: unique symbol }

const fromIndex = (index: number): Month => {
  const year = Math.floor(index / 12)
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as Month
}

const toIndex = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** The UTC month that contains an instant (epoch milliseconds), whatever zone the reader is in. */
export function monthOf(epochMs: number): Month {
  const date = new Date(epochMs)
  return fromIndex(date.getUTCFullYear() * 12 + date.getUTCMonth())
}

/** The month of a calendar day `YYYY-MM-DD`. */
export const monthOfDay = (day: string): Month => fromIndex(toIndex(day.slice(0, 7) as Month))

export const addMonths = (month: Month, count: number): Month => fromIndex(toIndex(month) + count)

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export const monthsApart = (from: Month, to: Month): number => toIndex(to) - toIndex(from)

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export const monthRange = (from: Month, to: Month): Month[] =>
  Array.from({ length: Math.max(0, monthsApart(from, to) + 1) }, (_, i) => addMonths(from, i))

/** First instant of the month, epoch milliseconds, UTC. */
export const startOfMonth = (month: Month): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1)
