import { AppError, type Problem } from '@/lib/kernel/app-error'
import type { Day } from '@/lib/model/instant'

const FURTHEST_EAST_MS = 14 * 3_600_000

/** Today where the day begins first (UTC+14), so that nobody's own today is refused as the future. */
const latestDay = (now: Date): Day => new Date(now.getTime() + FURTHEST_EAST_MS).toISOString().slice(0, 10)

/** The UTC day of an instant. */
export const utcDay = (now: Date): Day => now.toISOString().slice(0, 10)

/** Throws `invalid` naming every field that holds an impossible day. */
export function refuseDays(problems: readonly (Problem | null)[]): void {
  const found = problems.flatMap((problem) => problem ?? [])
  if (found.length === 0) return
  throw new AppError('invalid', {
    problems: found,
    detail: found.map(({ field, reason }) => `${field}: ${reason}`).join('; '),
  })
}

export const futureDay = (field: string, day: Day | undefined, now: Date): Problem | null =>
  day !== undefined && day > latestDay(now) ? { field, reason: 'lies in the future' } : null
