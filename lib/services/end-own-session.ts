import { ownSessions } from '@/lib/db/repositories/own-sessions'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorizeSelf } from './authorize'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'

/** Signs the actor out somewhere else, from its next request on. Throws forbidden, and not-found unless it is theirs and lives. */
export async function endOwnSession(actor: Actor, { id }: { id: string }, now = new Date()): Promise<void> {
  await authorizeSelf(actor, 'session:end')
  const { userId } = ownPerson(actor)
  await logOwnAct(actor, async (tx) => {
    if (!(await ownSessions(tx).end(id, userId, now))) throw new AppError('not-found')
    return { result: undefined, events: [{ action: 'session.revoked', subject: id, detail: { by: 'person' } }] }
  })
}
