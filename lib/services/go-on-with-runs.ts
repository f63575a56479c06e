import { sendRuns } from '@/lib/db/job-queue'
import { goingRuns } from '@/lib/db/repositories/going-runs'

/**
 * Wakes workers for runs of all organizations that have not ended: at the start of a worker for every one (null), later
 * for those that nobody has worked on for `quietSeconds`. Returns how many there were.
 */
export async function goOnWithRuns({ quietSeconds }: { quietSeconds: number | null }): Promise<number> {
  const runs = await goingRuns(quietSeconds)
  await sendRuns(runs)
  return runs.length
}
