import { forOrganization } from '@/lib/db/store'
import { leaseSeconds, RunLost } from './run-lease'

/** A lease that is prolonged for as long as the work takes. `signal` ends the work when the lease is lost. */
export type KeptLease = { signal: AbortSignal; stop(): void }

/** Prolongs the lease of a run three times within its length, until `stop`; the outer signal ends the work as well. */
export function keepLease(organizationId: string, runId: string, by: string, outer?: AbortSignal): KeptLease {
  const lost = new AbortController()
  const renew = async () => {
    const isOurs = await forOrganization(organizationId, ({ runs }) => runs.renew(runId, by, leaseSeconds()))
    if (!isOurs) lost.abort(new RunLost())
  }
  // A database that does not answer for a moment takes the lease from nobody: it lapses by itself if that lasts.
  const timer = setInterval(() => void renew().catch(() => {}), (leaseSeconds() * 1000) / 3)
  return {
    signal: outer ? AbortSignal.any([outer, lost.signal]) : lost.signal,
    stop: () => clearInterval(timer),
  }
}
