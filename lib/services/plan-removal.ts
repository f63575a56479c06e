import { sha256 } from '@/lib/db/sha256'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Actor } from '@/lib/model/actor'
import type { Removal } from '@/lib/model/removal'
import { authorize } from './authorize'
import { removalReport } from './removal-report'

/** A million records are counted. */
const TIMEOUT_MS = 5 * 60_000

/**
 * Reports what would be removed under the rules today, and removes nothing; it takes the place of a report that nobody
 * agreed to. Throws not-found, forbidden, step-up, and conflict while a removal is under way.
 */
export async function planRemoval(
  actor: Actor,
  { org, now = new Date() }: { org: string; now?: Date },
): Promise<Removal> {
  const admitted = await authorize(actor, org, 'retention:write')
  return forOrganization(
    admitted,
    async (store) => {
      await store.organization.lock()
      if ((await store.removals.going()) !== null) {
        throw new AppError('conflict', { detail: 'A removal is under way. Go on with it to its end first.' })
      }
      const by = { name: actor.name, at: now }
      await store.removals.dropPlanned(by)
      const report = await removalReport(store, now.toISOString().slice(0, 10))
      const planned = await store.removals.plan(report, sha256(canonicalJson(report)), by)
      const counts = report.kinds.map(({ kind, records }) => ({ kind, records }))
      const detail = { digest: planned.digest, counts }
      await store.audit.append(actor, { action: 'removal.planned', subject: planned.id, detail })
      return planned
    },
    { timeoutMs: TIMEOUT_MS },
  )
}
