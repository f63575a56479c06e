import type { Actor } from '@/lib/model/actor'
import type { Instant } from '@/lib/model/instant'
import { authorize } from './authorize'
import { nextTimes, requireSchedule } from './schedule'

/** When a schedule that is being thought about would come due next. Throws invalid, with what is wrong with it. */
export async function nextScheduleTimes(
  actor: Actor,
  { org, schedule }: { org: string; schedule: string },
): Promise<{ schedule: string; times: Instant[] }> {
  await authorize(actor, org, 'connection:read')
  const kept = requireSchedule(schedule)
  return { schedule: kept, times: nextTimes(kept, new Date(), 3) }
}
