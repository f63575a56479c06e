import { readWithoutTenant } from '@/lib/db/read-scope'
import { liveSessionsOf } from '@/lib/db/repositories/member-sessions'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/model/actor'
import type { MemberSession } from '@/lib/model/member-session'
import { authorizeAccount } from './authorize-account'

type Input = { org: string; userId: string }

/**
 * The sessions of a member that live now. Throws not-found, forbidden (also for people of organizations the actor does not
 * administer, whose sessions say nothing about this one).
 */
export async function listMemberSessions(
  actor: Actor,
  { org, userId }: Input,
  now = new Date(),
): Promise<MemberSession[]> {
  await authorizeAccount(actor, { org, userId, permission: 'session:read' })
  return readWithoutTenant((tx) => liveSessionsOf(tx, userId, now, env().sessionIdleMinutes * 60_000))
}
