import { ownSessions } from '@/lib/db/repositories/own-sessions'
import type { Actor } from '@/lib/model/actor'
import { authorizeSelf } from './authorize'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'

/** Signs the actor out everywhere but here, and says in how many places that was. Throws forbidden for tokens. */
export async function endOtherSessions(actor: Actor, now = new Date()): Promise<{ ended: number }> {
  await authorizeSelf(actor, 'session:end')
  const { userId, sessionId } = ownPerson(actor)
  return logOwnAct(actor, async (tx) => {
    const ids = await ownSessions(tx).endOthers(sessionId, userId, now)
    const events = ids.map((id) => ({ action: 'session.revoked', subject: id, detail: { by: 'person' } }))
    return { result: { ended: ids.length }, events }
  })
}
