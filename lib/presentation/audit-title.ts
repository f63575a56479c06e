import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import { monthText } from './date'
import { countText } from './number'
import { shareText } from './score'

type Months = readonly Pick<MonthlyMetric, 'month' | 'audits' | 'controlsAssessed' | 'controlsPassed'>[]

/** The latest month's pass rate, with what it is of; nothing assessed gives no rate. */
export function auditsTitle(months: Months): string {
  const last = months.findLast((month) => month.audits > 0)
  if (!last) return 'No audits recorded'
  if (last.controlsAssessed === 0) return `No control was assessed in ${monthText(last.month)}`
  const rate = shareText(last.controlsPassed / last.controlsAssessed)
  return `${rate} of ${countText(last.controlsAssessed)} controls passed in ${monthText(last.month)}`
}
