import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorizeElevations } from './authorize-elevations'

type Input = { org: string; page: PageRequest }

/**
 * Requests for a higher role, newest first: everybody's for whoever may read members, one's own for all others. Throws
 * not-found, forbidden, invalid (cursor).
 */
export async function listElevations(actor: Actor, { org, page }: Input, now = new Date()): Promise<Page<Elevation>> {
  const { here, onlyOf } = await authorizeElevations(actor, org)
  if (onlyOf === 'nobody') return { items: [], nextCursor: null }
  return forOrganization(here, ({ elevations }) => elevations.page(onlyOf, now, page))
}
