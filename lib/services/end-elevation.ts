import { can } from '@/lib/access/can'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import { authorize } from './authorize'

type Input = { org: string; id: string }

/**
 * Ends a higher role before its time, from the next request on; a request that still waits is withdrawn by whoever made
 * it. The person may, and an administrator. Throws not-found (also for others' without the right to read them),
 * forbidden, step-up, conflict where there is nothing to end.
 */
export async function endElevation(actor: Actor, { org, id }: Input, now = new Date()): Promise<Elevation> {
  const here = await authorize(actor, org, 'elevation:request')
  const { userId, ...asked } = await forOrganization(here, ({ elevations }) => elevations.get(parseId(id), now))
  const isOwn = userId === actor.userId
  if (!isOwn && !can(here.role, 'member:read')) throw new AppError('not-found')
  const place = isOwn ? here : await authorize(actor, org, 'elevation:decide')
  if (!isOwn && asked.state === 'requested') {
    throw new AppError('conflict', { detail: 'The request waits: approve or refuse it.' })
  }
  return forOrganization(place, async ({ members, elevations, audit }) => {
    await members.hold(userId)
    const { state, role } = await elevations.get(id, now)
    const detail = { elevation: id, role }
    if (state === 'requested') {
      await elevations.decide(id, { state: 'withdrawn', decidedAt: now, decidedBy: actor.name })
      await audit.append(actor, { action: 'elevation.withdrawn', subject: userId, detail })
    } else if (state === 'approved') {
      await elevations.end(id, now)
      await members.elevate(userId, null)
      await audit.append(actor, { action: 'elevation.ended', subject: userId, detail })
    } else {
      throw new AppError('conflict', { detail: `The request is ${state}: there is nothing to end.` })
    }
    return elevations.get(id, now)
  })
}
