import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import { authorize } from './authorize'
import { requireSomebodyElse } from './member-rules'

type Input = { org: string; id: string; answer: 'approve' | 'refuse' }

const HOUR = 3_600_000

/**
 * Answers a request for a higher role. An approved one counts from the person's next request on and ends by itself, at the
 * latest with the membership. Throws not-found, forbidden (for one's own), step-up, conflict for one that is not waiting.
 */
export async function decideElevation(actor: Actor, { org, id, answer }: Input, now = new Date()): Promise<Elevation> {
  const here = await authorize(actor, org, 'elevation:decide')
  return forOrganization(here, async (store) => {
    const { elevations } = store
    const { userId } = await elevations.get(parseId(id), now)
    requireSomebodyElse(actor, userId, 'answers a request of')
    // Holding the membership makes two answers wait for each other, so what is read from here on stays true.
    const { expiresAt } = await store.members.hold(userId)
    const asked = await elevations.get(parseId(id), now)
    if (asked.state !== 'requested') throw new AppError('conflict', { detail: `The request is ${asked.state}.` })
    await (answer === 'approve' ? approve(store, actor, asked, expiresAt, now) : refuse(store, actor, asked, now))
    return elevations.get(id, now)
  })
}

async function approve(store: Store, actor: Actor, asked: Elevation, ends: Date | null, now: Date): Promise<void> {
  if (ends && ends <= now) throw new AppError('conflict', { detail: 'The membership has ended.' })
  const until = new Date(Math.min(now.getTime() + asked.hours * HOUR, ends?.getTime() ?? Number.POSITIVE_INFINITY))
  const { id, userId, fromRole, role, reason } = asked
  await store.elevations.decide(id, { state: 'approved', decidedAt: now, decidedBy: actor.name, expiresAt: until })
  await store.members.elevate(userId, { role, until })
  const detail = { elevation: id, from: fromRole, role, until: until.toISOString(), reason }
  await store.audit.append(actor, { action: 'elevation.approved', subject: userId, detail })
}

async function refuse(store: Store, actor: Actor, { id, userId, role }: Elevation, now: Date): Promise<void> {
  await store.elevations.decide(id, { state: 'refused', decidedAt: now, decidedBy: actor.name })
  const detail = { elevation: id, role }
  await store.audit.append(actor, { action: 'elevation.refused', subject: userId, detail })
}
