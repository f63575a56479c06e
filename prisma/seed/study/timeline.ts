import { addMonths, type Month, monthOfDay, startOfMonth } from '@/lib/kernel/month'

const BASELINE_MONTHS = 6
const LIVE_MONTHS = 12
const DAY_MS = 86_400_000

/** One month of an organization's story; `since` is 1 in the month of go-live, 0 in the one before, -5 at the start. */
export type StoryMonth = { month: Month; since: number; startsAt: number; endsAt: number }

export const goLiveMonth = (goLive: string): Month => monthOfDay(`${goLive}-01`)

/** The eighteen months an organization keeps records of: six before go-live and twelve of live operation. */
export function timeline(goLive: string): StoryMonth[] {
  return Array.from({ length: BASELINE_MONTHS + LIVE_MONTHS }, (_, at) => {
    const since = at - BASELINE_MONTHS + 1
    const month = addMonths(goLiveMonth(goLive), since - 1)
    return { month, since, startsAt: startOfMonth(month), endsAt: startOfMonth(addMonths(month, 1)) }
  })
}

/** The calendar day so many days into a month (1 is the first; 0 is the last of the month before), `YYYY-MM-DD`. */
export const dayIn = (month: Month, day: number): string =>
  new Date(startOfMonth(month) + (day - 1) * DAY_MS).toISOString().slice(0, 10)

/** A day moved by whole days. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
