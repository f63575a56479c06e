import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import { authorize } from './authorize'

/** What the actor asked for that waits or counts now; null when there is none. Throws not-found, forbidden. */
export async function getOwnElevation(
  actor: Actor,
  { org }: { org: string },
  now = new Date(),
): Promise<Elevation | null> {
  const here = await authorize(actor, org, 'organization:enter')
  const { userId } = actor
  if (userId === null) return null
  return forOrganization(here, ({ elevations }) => elevations.openOf(userId, now))
}
