import { PgBoss } from 'pg-boss'
import { readers } from './client'
import { JOB_SCHEMA, PACK_QUEUE, RUN_QUEUE } from './job-queue-schema'

/** One hand wanted for one run. */
export type RunJob = { organizationId: string; runId: string }

/**
 * Wakes a worker for a run, at once or after a while; jobs of one organization share what workers have to give. Nothing
 * rests on it: a run that nobody was told of is found within a minute.
 */
export async function sendRun(job: RunJob, { afterMs = 0, hands = 1 } = {}): Promise<void> {
  await sendRuns(
    Array.from({ length: hands }, () => job),
    afterMs,
  )
}

export async function sendRuns(jobs: readonly RunJob[], afterMs = 0): Promise<void> {
  const startAfter = afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {}
  await send(
    RUN_QUEUE,
    jobs.map((data) => ({ data, group: { id: data.organizationId }, ...startAfter })),
  )
}

/** One pack to be built. */
export type PackJob = { organizationId: string; packId: string }

/** Wakes a worker for a pack. Nothing rests on it either: a pack that nobody was told of is found within a minute. */
export const sendPack = (job: PackJob): Promise<void> => sendPacks([job])

export const sendPacks = (jobs: readonly PackJob[]): Promise<void> =>
  send(
    PACK_QUEUE,
    jobs.map((data) => ({ data, group: { id: data.organizationId } })),
  )

type Job = { data: RunJob | PackJob; group: { id: string }; startAfter?: Date }

async function send(queue: string, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  const boss = new PgBoss({
    db: { executeSql: (text, values) => readers().query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
    registerInstance: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.insert(queue, [...jobs])
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
