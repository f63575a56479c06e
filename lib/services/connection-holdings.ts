import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionHoldings } from '@/lib/model/connection-view'
import { authorize } from './authorize'

/** What would go with a connection if it were deleted now. Throws not-found. */
export async function connectionHoldings(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<ConnectionHoldings> {
  const { organizationId } = await authorize(actor, org, 'connection:read')
  return forOrganization(organizationId, async ({ connections, connectionRemoval }) => {
    const { id: connectionId } = await connections.get(parseId(id))
    return connectionRemoval.holdings(connectionId)
  })
}
