import { PgBoss } from 'pg-boss'
import { type RunJob, sendRun } from '@/lib/db/job-queue'
import { JOB_SCHEMA, MINUTE_QUEUE, RUN_QUEUE } from '@/lib/db/job-queue-schema'
import { env } from '@/lib/env'
import { goOnWithPacks } from '@/lib/services/go-on-with-packs'
import { goOnWithRuns } from '@/lib/services/go-on-with-runs'
import { type OpenCollector, openCollector } from '@/lib/services/open-collector'
import { startDueRuns } from '@/lib/services/start-due-runs'
import { workRun } from '@/lib/services/work-run'
import { buildPacks } from './pack-worker'

/** Runs this process lends a hand to at the same time, and how many of them may be of one organization. */
const HANDS = 8
const HANDS_EACH = 4
/** After so long a run lets others in. */
const SLICE_MS = 30_000
/** How often jobs of workers that fell silent are looked for. */
const SUPERVISE_SECONDS = 10
const POLL_SECONDS = 2
/** Workers are woken; this is for what comes due by itself and for when a waking was missed. */
const BACKSTOP_SECONDS = 5
const STOP_MS = 10_000

type Options = {
  /** The database as the application's role. */
  url: string
  open?: OpenCollector
  /** Told what went wrong on our side, for whoever runs the machine. */
  complain: (error: unknown) => void
}

/**
 * Works on whatever runs there are, of all organizations, until `stop`, which gives back what is under way. Any number of
 * processes may do so: what one leaves behind the others take up.
 */
export async function startWorker({
  url,
  open = openCollector,
  complain,
}: Options): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', complain)
  await boss.start()
  const lend = async ({ organizationId, runId }: RunJob): Promise<void> => {
    const { signal } = stopping
    const invite = (hands: number) => sendRun({ organizationId, runId }, { hands })
    const lanes = env().accountUnits
    const againMs = await workRun({ organizationId, runId, open, signal, lanes, sliceMs: SLICE_MS, invite, complain })
    if (againMs !== null) await sendRun({ organizationId, runId }, { afterMs: againMs })
  }
  await boss.work<RunJob>(
    RUN_QUEUE,
    {
      localConcurrency: HANDS,
      localGroupConcurrency: HANDS_EACH,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: BACKSTOP_SECONDS,
    },
    async (jobs) => {
      for (const { data } of jobs) await lend(data).catch(told(complain))
    },
  )
  await boss.work(MINUTE_QUEUE, { pollingIntervalSeconds: BACKSTOP_SECONDS }, async () => {
    await startDueRuns(new Date()).catch(told(complain))
    await goOnWithRuns({ quietSeconds: 30 }).catch(told(complain))
    await goOnWithPacks().catch(told(complain))
  })
  await goOnWithRuns({ quietSeconds: null })
  await buildPacks(boss, { signal: stopping.signal, complain })
  return {
    async stop() {
      stopping.abort()
      await boss.stop({ timeout: STOP_MS })
    },
  }
}

/** What fails is told and fails the job as well, so that it is tried again. */
const told =
  (complain: Options['complain']) =>
  (error: unknown): never => {
    complain(error)
    throw error
  }
