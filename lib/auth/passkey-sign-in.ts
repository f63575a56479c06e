import type { AssertionResponse } from '@/lib/model/passkey-response'
import { logOwnAct } from '@/lib/services/log-own-act'
import { PASSKEY_AMR } from '@/lib/services/passkey-relying-party'
import { verifyPasskey } from '@/lib/services/verify-passkey'
import type { RequestOrigin } from './request-origin'
import { actorOfSession, openSession, passkeyProof } from './session'

/**
 * Opens a session for the person whose passkey signed this, and returns the cookie's value. Throws unauthenticated,
 * always with the same words, when the passkey is nobody's or the answer does not hold.
 */
export async function signInWithPasskey(
  response: AssertionResponse,
  origin: RequestOrigin,
  now = new Date(),
): Promise<string> {
  const use = { kind: 'sign-in', userId: null, sessionId: null } as const
  const { userId, name } = await verifyPasskey({ response, use, address: origin.address, now })
  const cookie = await openSession(userId, { ...passkeyProof(now), amr: PASSKEY_AMR }, origin, now)
  const actor = await actorOfSession(cookie, origin, now)
  const subject = actor?.context.sessionId
  if (actor && subject) {
    const detail = { method: 'passkey', passkey: name }
    await logOwnAct(actor, async () => ({
      result: undefined,
      events: [{ action: 'session.opened', subject, detail }],
    }))
  }
  return cookie
}
