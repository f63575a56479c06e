import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { RetentionRule } from '@/lib/model/retention'
import { authorize } from './authorize'

/** How long what is kept; a kind that is not listed is kept for good. */
export async function listRetentionRules(actor: Actor, { org }: { org: string }): Promise<{ items: RetentionRule[] }> {
  const { organizationId } = await authorize(actor, org, 'retention:read')
  return forOrganization(organizationId, async ({ retentionRules }) => ({ items: await retentionRules.list() }))
}
