import { endSessionsOf } from '@/lib/db/repositories/member-sessions'
import type { Actor } from '@/lib/model/actor'
import { appendEverywhere } from './append-everywhere'
import { authorizeAccount } from './authorize-account'

type Input = { org: string; userId: string }

/**
 * Ends every session of a member from the next request on, and the one-time links that wait for them. Says how many
 * sessions ended. Throws not-found, forbidden (also for people of organizations the actor does not administer).
 */
export async function revokeMemberSessions(
  actor: Actor,
  { org, userId }: Input,
  now = new Date(),
): Promise<{ ended: number }> {
  const places = await authorizeAccount(actor, { org, userId, permission: 'session:revoke' })
  return appendEverywhere(actor, places, async (tx) => {
    const ended = await endSessionsOf(tx, userId, now, 'by-admin')
    return { result: { ended }, event: { action: 'session.revoked', subject: userId, detail: { ended } } }
  })
}
