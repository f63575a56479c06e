import { organizationSummaries } from '@/lib/db/repositories/organization-summaries'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import type { OrganizationSummary } from '@/lib/model/organization-summary'

/** All organizations the actor belongs to, by name, one line each. */
export function summarizeOrganizations(actor: Actor): Promise<OrganizationSummary[]> {
  const ids = actor.memberships.map((membership) => membership.organizationId)
  return forOrganizations(ids, (tx) => organizationSummaries(tx, ids))
}
