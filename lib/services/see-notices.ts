import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; until: string }

/** Notes that this person has seen what happened up to then; the audit log keeps it all. Throws not-found, forbidden. */
export async function seeNotices(actor: Actor, { org, until }: Input, now = new Date()): Promise<void> {
  const here = await authorize(actor, org, 'audit-log:read')
  const { userId } = actor
  if (userId === null) throw new AppError('forbidden', { detail: 'Notices are for people; read the audit log.' })
  const seen = new Date(Math.min(new Date(until).getTime(), now.getTime()))
  await forOrganization(here, ({ members }) => members.seeNotices(userId, seen))
}
