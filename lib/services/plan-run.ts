import { setTimeout as wait } from 'node:timers/promises'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import type { Connection } from '@/lib/model/connection'
import type { UnitScope } from '@/lib/model/coverage'
import { backoffMs, MOST_TRIES } from '@/lib/sources/collect/backoff'
import type { Collector } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import { bucketOf } from '@/lib/sources/collect/token-bucket'
import { failRun } from './fail-run'
import { keepLease } from './keep-lease'
import { leaseSeconds, RunLost } from './run-lease'
import { reasonOf } from './run-reason'

/** Asking which accounts and regions there are is a handful of calls. */
const PATIENCE_MS = 120_000
const LIMITS = { perSecond: 5, burst: 10 }

type Plan = {
  organizationId: string
  runId: string
  connection: Connection
  open: () => Promise<Collector>
  signal: AbortSignal
  complain: (error: unknown) => void
}

/**
 * Asks the source what there is to read and adds the units, for one worker only. Returns how many accounts there are, null
 * when another worker is at it. A source that cannot be opened or asked fails the run, with the reason. Throws RunLost, and
 * the signal's reason.
 */
export async function planRun(plan: Plan): Promise<number | null> {
  const { organizationId, runId, signal, complain } = plan
  const by = newId()
  const isTaken = await forOrganization(organizationId, ({ runs }) => runs.take(runId, by, leaseSeconds(), 'queued'))
  if (!isTaken) return null
  const lease = keepLease(organizationId, runId, by, signal)
  try {
    const units = await ask(plan, lease.signal)
    return await begin(plan, by, units)
  } catch (error) {
    if (error instanceof RunLost || lease.signal.aborted) throw error
    const reason = reasonOf(error)
    if (reason.isOurs) complain(error)
    await failRun({ organizationId, runId, by, reason: reason.text })
    return 0
  } finally {
    lease.stop()
  }
}

async function ask({ open, connection }: Plan, signal: AbortSignal): Promise<readonly UnitScope[]> {
  const collector = await open()
  const bucket = bucketOf([connection.settings.kind, connection.id, null, 'plan'], LIMITS)
  for (let tries = 1; ; tries += 1) {
    const both = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
    try {
      return await collector.plan({ signal: both, pace: () => bucket.take(both) })
    } catch (error) {
      const mayRecover = error instanceof SourceError && error.mayRecover && tries < MOST_TRIES
      if (!mayRecover) throw error
      await wait(backoffMs(tries, error.retryAfterMs), undefined, { signal })
    }
  }
}

async function begin({ organizationId, runId }: Plan, by: string, units: readonly UnitScope[]): Promise<number> {
  const accounts = new Set(units.map(({ account }) => account)).size
  await forOrganization(organizationId, async ({ runs, runUnits, runEvents }) => {
    if (!(await runs.renew(runId, by, leaseSeconds()))) throw new RunLost()
    await runUnits.plan(runId, units)
    const message = `Planned ${units.length} units in ${accounts} ${accounts === 1 ? 'account' : 'accounts'}.`
    await runEvents.add(runId, { level: 'info', unit: null, message })
    await runs.begin(runId, by)
  })
  return accounts
}
