import { forOrganization } from '@/lib/db/store'
import type { AccessDecision, DecisionEffect } from '@/lib/model/access-decision'
import type { Actor } from '@/lib/model/actor'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = PageRequest & { org: string; effect?: DecisionEffect }

/** What the policy decided in the organization, newest first. Throws not-found, forbidden, invalid (cursor). */
export async function listDecisions(
  actor: Actor,
  { org, effect, cursor, limit }: Input,
): Promise<Page<AccessDecision>> {
  const { organizationId } = await authorize(actor, org, 'decision:read')
  return forOrganization(organizationId, ({ decisions }) => decisions.page(effect, { cursor, limit }))
}
