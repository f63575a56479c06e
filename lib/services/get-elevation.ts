import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import { authorizeElevations } from './authorize-elevations'

type Input = { org: string; id: string }

/** One request for a higher role. Throws not-found, also for somebody else's without the right to read members. */
export async function getElevation(actor: Actor, { org, id }: Input, now = new Date()): Promise<Elevation> {
  const { here, onlyOf } = await authorizeElevations(actor, org)
  const elevation = await forOrganization(here, ({ elevations }) => elevations.get(parseId(id), now))
  if (onlyOf !== null && elevation.userId !== onlyOf) throw new AppError('not-found')
  return elevation
}
