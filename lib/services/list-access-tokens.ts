import { forOrganization } from '@/lib/db/store'
import type { AccessToken } from '@/lib/model/access-token'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** The access tokens that hold now, newest first, at most 500. Throws not-found, forbidden. */
export async function listAccessTokens(actor: Actor, { org }: { org: string }): Promise<AccessToken[]> {
  const { organizationId } = await authorize(actor, org, 'trust-rule:read')
  return forOrganization(organizationId, ({ accessTokens }) => accessTokens.live(new Date()))
}
