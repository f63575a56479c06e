import { setTimeout as wait } from 'node:timers/promises'
import { env } from '@/lib/env'
import { type OpenCollector, openCollector } from './open-collector'
import { workRun } from './work-run'

type Execution = {
  organizationId: string
  runId: string
  signal?: AbortSignal
  open?: OpenCollector
  complain?: (error: unknown) => void
}

/** As many accounts at once as several workers would take. */
const ACCOUNTS = 4
const LONGEST_WAIT_MS = 1_000

/**
 * Works on a run in this process until it has ended, with the process's own credentials where the connection says
 * ambient, side by side with whatever workers there are; none is needed. With the signal it leaves the run for others.
 */
export async function executeRun(execution: Execution): Promise<void> {
  const { organizationId, runId, open = openCollector, complain = () => {} } = execution
  const signal = execution.signal ?? new AbortController().signal
  const lanes = env().accountUnits * ACCOUNTS
  while (!signal.aborted) {
    const againMs = await workRun({
      organizationId,
      runId,
      open,
      signal,
      lanes,
      sliceMs: Number.POSITIVE_INFINITY,
      complain,
    })
    if (againMs === null) return
    await wait(Math.min(againMs, LONGEST_WAIT_MS), undefined, { signal }).catch(() => {})
  }
}
