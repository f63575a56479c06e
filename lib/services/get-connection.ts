import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionView } from '@/lib/model/connection-view'
import { authorize } from './authorize'
import { viewConnection } from './view-connections'

/** One connection by its id. Throws not-found. */
export async function getConnection(actor: Actor, { org, id }: { org: string; id: string }): Promise<ConnectionView> {
  const { organizationId } = await authorize(actor, org, 'connection:read')
  return forOrganization(organizationId, async (store) =>
    viewConnection(store, await store.connections.get(parseId(id))),
  )
}
