import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { LegalHold } from '@/lib/model/legal-hold'
import { authorize } from './authorize'

type Input = { org: string; id: string; reason: string; now?: Date }

/** Ends a hold, with the reason; it stays listed. Throws not-found, forbidden, step-up, and conflict for one that ended. */
export async function releaseLegalHold(actor: Actor, { org, id, reason, now = new Date() }: Input): Promise<LegalHold> {
  const admitted = await authorize(actor, org, 'legal-hold:write')
  return forOrganization(admitted, async ({ organization, legalHolds, audit }) => {
    await organization.lock()
    const before = await legalHolds.get(parseId(id))
    if (before.releasedAt !== null) {
      throw new AppError('conflict', {
        detail: `The hold was released by ${before.releasedBy} at ${before.releasedAt}.`,
      })
    }
    const after = await legalHolds.release(before.id, reason, { name: actor.name, at: now })
    const detail = { name: before.name, reason }
    await audit.append(actor, { action: 'legal-hold.released', subject: before.id, detail, before, after })
    return after
  })
}
