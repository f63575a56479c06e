import { createHash } from 'node:crypto'
import { sendRuns } from '@/lib/db/job-queue'
import { type Scheduled, scheduledConnections } from '@/lib/db/repositories/going-runs'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import { dueSince } from './due-at'
import { beginRun } from './start-run'

/** Nobody asked at this moment: somebody set the schedule before. */
const SCHEDULE: Actor = { kind: 'operator', userId: null, name: 'Schedule', memberships: [], context: LOCAL_CONTEXT }

/**
 * Starts a run of every connection whose schedule has come due, in all organizations; of times that passed while nobody
 * looked, the last one counts. A connection that is paused or whose run still goes on is left alone. Returns the runs.
 */
export async function startDueRuns(now: Date): Promise<{ organizationId: string; runId: string }[]> {
  const started: { organizationId: string; runId: string }[] = []
  for (const one of await scheduledConnections()) {
    if (!isDue(one, now)) continue
    const runId = await start(one)
    if (runId !== null) started.push({ organizationId: one.organizationId, runId })
  }
  await sendRuns(started)
  return started
}

function isDue({ connectionId, schedule, jitterMinutes, since }: Scheduled, now: Date): boolean {
  const place = createHash('sha256').update(connectionId).digest().readUInt32BE(0) / 0x1_0000_0000
  return dueSince({ schedule, jitterMinutes, place }, since, now) !== null
}

/** Null when somebody was faster, or it changed meanwhile: the next minute looks again. */
async function start({ organizationId, connectionId }: Scheduled): Promise<string | null> {
  try {
    return await forOrganization(organizationId, async (store) =>
      beginRun(store, {
        actor: SCHEDULE,
        connection: await store.connections.get(connectionId),
        trigger: 'schedule',
      }),
    )
  } catch (error) {
    if (error instanceof AppError && ['conflict', 'not-found', 'invalid'].includes(error.code)) return null
    throw error
  }
}
