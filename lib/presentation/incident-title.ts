import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import { monthText } from './date'
import { countText } from './number'

type Months = readonly Pick<MonthlyMetric, 'month' | 'incidents' | 'open'>[]

/** How many incidents there are and how many are still open, from the months alone: no list is counted for a heading. */
export function incidentsTitle(months: Months): string {
  const total = months.reduce((sum, { incidents }) => sum + (incidents ?? 0), 0)
  if (total === 0) return 'No incidents recorded'
  const open = months.reduce((sum, month) => sum + month.open, 0)
  const head = total === 1 ? 'One incident' : `${countText(total)} incidents`
  return open === 0 ? `${head}, none still open` : `${head}, ${countText(open)} still open`
}

/** From when to when they reach. */
export function incidentsLine(months: Months): string {
  const held = months.filter(({ incidents }) => incidents !== null)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return 'An empty register is not a good result: nothing is known yet.'
  return `${monthText(first.month)} to ${monthText(last.month)}, by the UTC month of detection.`
}
