import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Removal } from '@/lib/model/removal'
import { authorize } from './authorize'

/** The latest reports, newest first, with what became of each. */
export async function listRemovals(actor: Actor, { org }: { org: string }): Promise<{ items: Removal[] }> {
  const { organizationId } = await authorize(actor, org, 'retention:read')
  return forOrganization(organizationId, async ({ removals }) => ({ items: await removals.list() }))
}
