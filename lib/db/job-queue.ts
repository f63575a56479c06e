import { PgBoss } from 'pg-boss'
import { readers } from './client'
import { JOB_SCHEMA, RUN_QUEUE } from './job-queue-schema'

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
  if (jobs.length === 0) return
  const startAfter = afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {}
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
    await boss.insert(
      RUN_QUEUE,
      jobs.map((data) => ({ data, group: { id: data.organizationId }, ...startAfter })),
    )
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
