import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Day } from '@/lib/model/instant'
import type { RecordKind } from '@/lib/model/record-kind'

/** When what is to be deleted was about something, UTC days, both included. */
type Days = { from: Day; to: Day }

/**
 * Throws conflict, with the hold's name, when a hold covers records of one of these kinds between these days: for whoever
 * deletes by hand, in the same transaction. `kinds` empty: records that no rule removes, which a hold of everything covers.
 */
export async function refuseWhileHeld(
  { organization, legalHolds }: Store,
  kinds: readonly RecordKind[],
  days: Days,
): Promise<void> {
  await organization.lock()
  const hold = await legalHolds.over(kinds, days)
  if (!hold) return
  throw new AppError('conflict', {
    detail: `The legal hold "${hold.name}" keeps this. Nothing it covers is deleted until it is released.`,
  })
}

/** From the earliest to the latest of these days; null and undefined are days nobody knows. */
export function daysOver(days: readonly (Day | null | undefined)[], now = new Date()): Days {
  const known = days.flatMap((day) => day ?? []).sort()
  const today = now.toISOString().slice(0, 10)
  return { from: known[0] ?? today, to: known.at(-1) ?? today }
}
