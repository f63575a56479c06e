import { CronExpressionParser } from 'cron-parser'

const MINUTE_MS = 60_000

type Timing = {
  /** Five fields of cron, in UTC. */
  schedule: string
  jitterMinutes: number
  /** 0 to 1: where in the jitter this connection has its place. */
  place: number
}

/**
 * The last time of a schedule that has come due by `now`, jitter included; null when none has since `since`. A connection
 * keeps its place in the jitter, so that its runs stay evenly spaced; jitter never reaches the next time.
 */
export function dueSince({ schedule, jitterMinutes, place }: Timing, since: Date, now: Date): Date | null {
  const times = CronExpressionParser.parse(schedule, { currentDate: now, tz: 'UTC' })
  const next = times.next().getTime()
  const walk = CronExpressionParser.parse(schedule, { currentDate: now, tz: 'UTC' })
  for (let later = next; ; ) {
    const time = walk.prev().getTime()
    const jitterMs = Math.min(jitterMinutes * MINUTE_MS, later - time - MINUTE_MS) * place
    const due = time + Math.max(0, Math.floor(jitterMs / MINUTE_MS)) * MINUTE_MS
    if (due <= now.getTime()) return due > since.getTime() ? new Date(due) : null
    later = time
  }
}
