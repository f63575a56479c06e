import { forOrganization } from '@/lib/db/store'
import type { PackProgress } from '@/lib/model/evidence-pack'
import { leaseSeconds } from './run-lease'

/** The pack is somebody else's by now, or it was cancelled: whoever lost it writes nothing more. */
export class PackLost extends Error {
  constructor() {
    super('the pack is not ours any more')
    this.name = 'PackLost'
  }
}

const OFTEN_MS = 500

/** `progress` is changed by whoever builds; `signal` ends the work when the lease is lost. */
type KeptPack = { progress: PackProgress; signal: AbortSignal; stop(): Promise<void> }

type Held = { organizationId: string; packId: string; by: string }

/** Prolongs the lease of a pack and tells how far it is, twice a second, until `stop`; the outer signal ends the work too. */
export function keepPackLease({ organizationId, packId, by }: Held, outer?: AbortSignal): KeptPack {
  const lost = new AbortController()
  const progress: PackProgress = { step: 'populations', files: 0, bytes: 0, ofFiles: null, ofBytes: null }
  let renewing: Promise<void> | null = null
  const renew = async () => {
    const isOurs = await forOrganization(organizationId, ({ evidencePacks }) =>
      evidencePacks.renew(packId, by, leaseSeconds(), progress),
    )
    if (!isOurs) lost.abort(new PackLost())
  }
  // A database that does not answer for a moment takes the lease from nobody: it lapses by itself if that lasts.
  const timer = setInterval(() => {
    renewing ??= renew()
      .catch(() => {})
      .finally(() => {
        renewing = null
      })
  }, OFTEN_MS)
  return {
    progress,
    signal: outer ? AbortSignal.any([outer, lost.signal]) : lost.signal,
    async stop() {
      clearInterval(timer)
      await renewing
    },
  }
}
