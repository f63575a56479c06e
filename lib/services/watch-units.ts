import { forOrganization } from '@/lib/db/store'
import { leaseSeconds, RunLost } from './run-lease'

/** Half of the second within which a cancelled run has to be left alone. */
const LOOK_MS = 400

/** The units a worker reads of one run at this moment. */
export type UnitWatch = {
  /** Starts watching a lease; the signal ends when it is lost or the run has ended. */
  watch(lease: string): AbortSignal
  forget(lease: string): void
  stop(): void
}

/**
 * Looks twice a second whether a run still goes on, and prolongs the leases of the units that are read here, all in one
 * statement. What was cancelled or lost is aborted with RunLost.
 */
export function watchUnits(organizationId: string, runId: string): UnitWatch {
  const held = new Map<string, AbortController>()
  let renewedAt = performance.now()
  let looking = false
  const look = async () => {
    const due = performance.now() - renewedAt >= (leaseSeconds() * 1000) / 4
    const leases = [...held.keys()]
    const still = await forOrganization(organizationId, async ({ runs, unitLeases }) => {
      const { state } = await runs.executed(runId)
      if (state !== 'running') return new Set<string>()
      return due && leases.length > 0 ? unitLeases.renew(leases, leaseSeconds()) : new Set(leases)
    })
    if (due) renewedAt = performance.now()
    for (const lease of leases) if (!still.has(lease)) held.get(lease)?.abort(new RunLost())
  }
  const timer = setInterval(() => {
    if (looking || held.size === 0) return
    looking = true
    // A database that does not answer for a moment takes no lease away; it lapses by itself if that lasts.
    void look()
      .catch(() => {})
      .finally(() => {
        looking = false
      })
  }, LOOK_MS)
  return {
    watch(lease) {
      const controller = new AbortController()
      held.set(lease, controller)
      return controller.signal
    },
    forget: (lease) => void held.delete(lease),
    stop: () => clearInterval(timer),
  }
}
