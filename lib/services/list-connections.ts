import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionView } from '@/lib/model/connection-view'
import type { Page, PageRequest } from '@/lib/model/page'
import type { ConnectionFilter } from '@/lib/model/run-filter'
import { authorize } from './authorize'
import { viewConnections } from './view-connections'

type Input = { org: string; filter?: ConnectionFilter; page: PageRequest }

/** The organization's connections by name, without their secrets. Throws not-found, invalid (cursor). */
export async function listConnections(actor: Actor, { org, filter = {}, page }: Input): Promise<Page<ConnectionView>> {
  const { organizationId } = await authorize(actor, org, 'connection:read')
  return forOrganization(organizationId, async (store) => {
    const { items, nextCursor } = await store.connections.page(filter, page)
    return { items: await viewConnections(store, items), nextCursor }
  })
}
