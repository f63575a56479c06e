import { organizationSummaries } from '@/lib/db/repositories/organization-summaries'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import type { OrganizationSummary } from '@/lib/model/organization-summary'
import { authorizeEach } from './authorize'

/** All organizations the actor belongs to, by name, one line each. */
export async function summarizeOrganizations(actor: Actor): Promise<OrganizationSummary[]> {
  const open = await authorizeEach(actor, ['organization:read'])
  const ids = open.map((membership) => membership.organizationId)
  return forOrganizations(ids, (tx) => organizationSummaries(tx, ids))
}
