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

/** One connection by the name its organization calls it. Throws not-found, which names it. */
export async function getConnectionNamed(
  actor: Actor,
  { org, name }: { org: string; name: string },
): Promise<ConnectionView> {
  const { organizationId } = await authorize(actor, org, 'connection:read')
  return forOrganization(organizationId, async (store) => viewConnection(store, await store.connections.byName(name)))
}
