import type { Day } from '@/lib/model/instant'

const DAY_MS = 86_400_000
/** A risk is looked at anew at least once a year. */
const LONGEST_EXCEPTION_DAYS = 365

/** Why an exception cannot last until this day, given today (both UTC days); null when it can. */
export function exceptionEndFault(until: Day, today: Day): string | null {
  const days = (Date.parse(until) - Date.parse(today)) / DAY_MS
  if (days < 0) return 'has passed'
  if (days > LONGEST_EXCEPTION_DAYS) return `must be at most ${LONGEST_EXCEPTION_DAYS} days ahead`
  return null
}
