import { higherRoles } from '@/lib/access/higher-roles'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor, Membership } from '@/lib/model/actor'
import type { Elevation, ElevationRequest } from '@/lib/model/elevation'
import { authorize } from './authorize'

type Input = { org: string; request: ElevationRequest }

const invalid = (field: string, reason: string): AppError =>
  new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }] })

function requireSensible({ ownRole, rules }: Membership, { role, hours }: ElevationRequest): void {
  const higher = higherRoles(ownRole)
  if (higher.length === 0) throw invalid('role', `nothing can be lent to ${ownRole}s`)
  if (!higher.includes(role)) throw invalid('role', `is not higher than ${ownRole}`)
  if (hours > rules.elevationHours) throw invalid('hours', `at most ${rules.elevationHours} here`)
}

/**
 * Asks for a higher role for some hours. Throws not-found, forbidden, invalid (a role that is not higher, more hours than
 * the organization lends), conflict while an earlier request waits or counts.
 */
export async function requestElevation(actor: Actor, { org, request }: Input, now = new Date()): Promise<Elevation> {
  const here = await authorize(actor, org, 'elevation:request')
  const { userId } = actor
  if (userId === null) throw new AppError('forbidden', { detail: 'A role is lent to a member only.' })
  requireSensible(here, request)
  return forOrganization(here, async ({ members, elevations, audit }) => {
    await members.hold(userId)
    const open = await elevations.openOf(userId, now)
    if (open) {
      const state = open.state === 'requested' ? 'waits for an answer' : 'counts now'
      throw new AppError('conflict', { detail: `An earlier request of yours ${state}. Withdraw or end it first.` })
    }
    const id = newId()
    await elevations.add({ id, userId, fromRole: here.ownRole, ...request, requestedAt: now })
    await audit.append(actor, { action: 'elevation.requested', subject: userId, detail: { elevation: id, ...request } })
    return elevations.get(id, now)
  })
}
