import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { LegalHold, LegalHoldInput } from '@/lib/model/legal-hold'
import { authorize } from './authorize'

type Input = { org: string; hold: LegalHoldInput; now?: Date }

/**
 * From here on nothing it covers is removed, by rule or by hand; a removal that is under way stops before its next batch.
 * Throws not-found, forbidden, step-up.
 */
export async function placeLegalHold(actor: Actor, { org, hold, now = new Date() }: Input): Promise<LegalHold> {
  const admitted = await authorize(actor, org, 'legal-hold:write')
  return forOrganization(admitted, async ({ organization, legalHolds, audit }) => {
    // Whoever removes holds it too, so that a hold is either seen by a batch or waits until that batch is over.
    await organization.lock()
    const after = await legalHolds.place(hold, { name: actor.name, at: now })
    const { name, reason, kinds, from, to } = after
    const detail = { name, reason, kinds, from, to }
    await audit.append(actor, { action: 'legal-hold.placed', subject: after.id, detail, after })
    return after
  })
}
