import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { TrustRule } from '@/lib/model/trust-rule'
import { authorize } from './authorize'

/** Whose tokens the organization accepts, by name. Throws not-found, forbidden. */
export async function listTrustRules(actor: Actor, { org }: { org: string }): Promise<TrustRule[]> {
  const { organizationId } = await authorize(actor, org, 'trust-rule:read')
  return forOrganization(organizationId, ({ trustRules }) => trustRules.list())
}
