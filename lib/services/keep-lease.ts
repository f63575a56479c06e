import { forOrganization } from '@/lib/db/store'
import { leaseSeconds, RunLost } from './run-lease'

/** A lease that is prolonged for as long as the work takes. `signal` ends the work when the lease is lost. */
export type KeptLease = { signal: AbortSignal; stop(): void }

/** Half of the second within which a cancelled run has to be left alone. */
const OFTEN_MS = 500

/** Prolongs the lease of a run twice a second, until `stop`; the outer signal ends the work as well. */
export function keepLease(organizationId: string, runId: string, by: string, outer?: AbortSignal): KeptLease {
  const lost = new AbortController()
  let renewing = false
  const renew = async () => {
    const isOurs = await forOrganization(organizationId, ({ runs }) => runs.renew(runId, by, leaseSeconds()))
    if (!isOurs) lost.abort(new RunLost())
  }
  // A database that does not answer for a moment takes the lease from nobody: it lapses by itself if that lasts.
  const timer = setInterval(() => {
    if (renewing) return
    renewing = true
    void renew()
      .catch(() => {})
      .finally(() => {
        renewing = false
      })
  }, OFTEN_MS)
  return {
    signal: outer ? AbortSignal.any([outer, lost.signal]) : lost.signal,
    stop: () => clearInterval(timer),
  }
}
