import { addMonths, type Month, monthOfDay, monthRange, startOfMonth } from '@/lib/kernel/month'
import type { Day, Instant } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'

/** One calendar quarter (UTC) of a period, both days included, cut to the period's ends and to the day it is told on. */
export type Quarter = { quarter: string; from: Day; to: Day }

const DAY_MS = 86_400_000
const MONTHS = 3

const dayOf = (epochMs: number): Day => new Date(epochMs).toISOString().slice(0, 10)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a < b ? b : a)
const placeOf = (month: Month): number => Math.floor((Number(month.slice(5)) - 1) / MONTHS) + 1
const startsQuarter = (month: Month): boolean => Number(month.slice(5)) % MONTHS === 1

/**
 * The calendar quarters of a period, in order. A quarter that lies partly after `asOf` ends on its day, and one that lies
 * wholly after it is not there: nobody can have looked yet, so it is neither held nor missing.
 */
export function quartersIn({ from, to }: Period, asOf: Instant): Quarter[] {
  const last = earlier(to, asOf.slice(0, 10))
  if (last < from) return []
  const first = monthOfDay(from)
  const months = monthRange(addMonths(first, -((Number(first.slice(5)) - 1) % MONTHS)), monthOfDay(last))
  return months.filter(startsQuarter).map((month) => ({
    quarter: `${month.slice(0, 4)}-Q${placeOf(month)}`,
    from: later(from, dayOf(startOfMonth(month))),
    to: earlier(last, dayOf(startOfMonth(addMonths(month, MONTHS)) - DAY_MS)),
  }))
}
