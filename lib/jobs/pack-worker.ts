import type { PgBoss } from 'pg-boss'
import type { PackJob } from '@/lib/db/job-queue'
import { PACK_QUEUE } from '@/lib/db/job-queue-schema'
import { buildPack } from '@/lib/services/build-pack'
import { goOnWithPacks } from '@/lib/services/go-on-with-packs'

/** Packs this process builds at the same time, and of one organization: each writes as fast as one core packs. */
const BUILDS = 2
const BUILDS_EACH = 1
const POLL_SECONDS = 2
const BACKSTOP_SECONDS = 5

type Options = {
  /** Ends what is under way; it goes back for others to build. */
  signal: AbortSignal
  complain: (error: unknown) => void
}

/** Builds whatever packs were asked for, of all organizations, from the queue that `boss` works on. */
export async function buildPacks(boss: PgBoss, { signal, complain }: Options): Promise<void> {
  await boss.work<PackJob>(
    PACK_QUEUE,
    {
      localConcurrency: BUILDS,
      localGroupConcurrency: BUILDS_EACH,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: BACKSTOP_SECONDS,
    },
    async (jobs) => {
      for (const { data } of jobs) {
        const state = await buildPack({ ...data, signal, complain })
        // Failing the job lets the queue try again; a pack that is given back by a worker that stops is found by the next.
        if (state === 'queued' && !signal.aborted) throw new Error(`pack ${data.packId} is to be built again`)
      }
    },
  )
  await goOnWithPacks()
}
