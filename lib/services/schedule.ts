import { CronExpressionParser } from 'cron-parser'
import { AppError } from '@/lib/kernel/app-error'
import type { Instant } from '@/lib/model/instant'

/** A source is not asked more often than this, whoever wants it. */
const LEAST_MINUTES = 15
/** Enough of a schedule to meet its shortest gap: a day of quarter hours. */
const LOOKED_AT = 96
const FIVE_FIELDS = /^[\d*,/a-z-]+( [\d*,/a-z-]+){4}$/i

/**
 * A schedule as it is kept: five fields of cron, in UTC, one blank between them. Throws `invalid` when it is not one, when
 * no day ever fits it, and when two of its times are less than 15 minutes apart.
 */
export function requireSchedule(text: string): string {
  const schedule = text.trim().replace(/\s+/g, ' ')
  if (!FIVE_FIELDS.test(schedule)) {
    throw refused('must be five fields of cron: minute, hour, day of the month, month, day of the week')
  }
  const times = timesOf(schedule, new Date(), LOOKED_AT)
  const gaps = times.slice(1).map((at, i) => at.getTime() - (times[i]?.getTime() ?? 0))
  if (Math.min(...gaps) < LEAST_MINUTES * 60_000)
    throw refused(`must leave at least ${LEAST_MINUTES} minutes between runs`)
  return schedule
}

/** The next times of a schedule after `from`, before jitter. */
export const nextTimes = (schedule: string, from: Date, count: number): Instant[] =>
  timesOf(schedule, from, count).map((at) => at.toISOString())

function timesOf(schedule: string, from: Date, count: number): Date[] {
  try {
    const expression = CronExpressionParser.parse(schedule, { currentDate: from, tz: 'UTC' })
    return expression.take(count).map((at) => at.toDate())
  } catch (cause) {
    throw refused('is not a schedule that ever comes due', cause)
  }
}

const refused = (reason: string, cause?: unknown): AppError =>
  new AppError('invalid', { detail: `schedule: ${reason}`, problems: [{ field: 'schedule', reason }], cause })
