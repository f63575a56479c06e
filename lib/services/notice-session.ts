import { isUnusualHour } from '@/lib/access/habit'
import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { earlierSessions } from '@/lib/db/repositories/session-history'
import type { Tx } from '@/lib/db/scope'

type Opened = { id: string; userId: string; browser: string; userAgent: string | null }

/**
 * Looks at a session that was just opened, in the transaction that opened it: a browser this person never used before,
 * unless it is their first session ever, and an hour of the day (UTC) at which they never were here.
 */
export async function noticeSession(tx: Tx, { id, userId, browser, userAgent }: Opened, now: Date): Promise<void> {
  const earlier = await earlierSessions(tx, userId, id)
  const signals = riskSignals(tx)
  const browsers = earlier.map((session) => session.browser).filter((known) => known !== null)
  if (browsers.length > 0 && !browsers.includes(browser)) {
    await signals.add({ id, userId }, 'new-device', { userAgent }, now)
  }
  if (isUnusualHour(earlier, now.getTime())) {
    await signals.add({ id, userId }, 'unusual-hour', { hour: now.getUTCHours() }, now)
  }
}
