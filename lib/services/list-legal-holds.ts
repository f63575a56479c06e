import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { LegalHold } from '@/lib/model/legal-hold'
import { authorize } from './authorize'

/** Every hold there ever was; those that stand come first. */
export async function listLegalHolds(actor: Actor, { org }: { org: string }): Promise<{ items: LegalHold[] }> {
  const { organizationId } = await authorize(actor, org, 'retention:read')
  return forOrganization(organizationId, async ({ legalHolds }) => ({ items: await legalHolds.list() }))
}
