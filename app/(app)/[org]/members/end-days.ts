import { AUDITOR_DAYS_AT_MOST } from '@/lib/model/member'
import { dayAfter } from '@/lib/presentation/member'

/** Days a form offers for the end of a membership: the first possible, an auditor's last, and a quarter from now. */
export function endDays(now: Date): { first: string; last: string; offered: string } {
  const from = now.toISOString()
  // The last day counts until its end, so the longest time is over on the day before.
  return { first: from.slice(0, 10), last: dayAfter(from, AUDITOR_DAYS_AT_MOST - 1), offered: dayAfter(from, 90) }
}
