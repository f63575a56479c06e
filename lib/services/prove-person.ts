import { ownSessions } from '@/lib/db/repositories/own-sessions'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { AssertionResponse } from '@/lib/model/passkey-response'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'
import { PASSKEY_AMR } from './passkey-relying-party'
import { verifyPasskey } from './verify-passkey'

/**
 * Takes the assertion of one of the actor's own passkeys as a fresh proof of who they are, in this session, which goes on
 * under a new id. Throws forbidden for tokens, invalid when the assertion does not hold, unauthenticated when the session
 * ended meanwhile.
 */
export async function provePerson(
  actor: Actor,
  response: AssertionResponse,
  now = new Date(),
): Promise<{ userId: string; sessionId: string }> {
  const { userId, sessionId } = ownPerson(actor)
  const use = { kind: 'step-up', userId, sessionId } as const
  const passkey = await verifyPasskey({ response, use, address: actor.context.address, now })
  const renewed = await logOwnAct(actor, async (tx) => {
    const result = await ownSessions(tx).renew(sessionId, { provenAt: now, method: 'passkey', amr: PASSKEY_AMR })
    if (result === null) throw new AppError('unauthenticated')
    const detail = { passkey: passkey.name, before: sessionId }
    return { result, events: [{ action: 'session.proven', subject: result, detail }] }
  })
  return { userId, sessionId: renewed }
}
