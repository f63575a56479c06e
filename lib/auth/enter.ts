import { sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { logOwnAct } from '@/lib/services/log-own-act'
import type { RequestOrigin } from './request-origin'
import { actorOfSession, openSession, type Proof } from './session'
import { unsealSession } from './session-cookie'

/** Where somebody enters from, and the session cookie their browser brought along. */
export type Entrance = { origin: RequestOrigin; cookie: string | undefined }

/**
 * Lets in a person who was just recognised. The session their browser had until now ends, so that nobody goes on with it
 * unseen (OWASP ASVS 5.0, 7.2.4), and the log of each of their organizations says that they came and how.
 */
export async function enter(
  userId: string,
  proof: Proof,
  { origin, cookie }: Entrance,
  detail: Readonly<Record<string, unknown>> = {},
  now = new Date(),
): Promise<{ cookie: string; sessionId: string }> {
  const brought = await unsealSession(cookie)
  if (brought) await withoutTenant((tx) => sessions(tx).revoke(brought.sessionId, now, 'replaced'))
  const opened = await openSession(userId, proof, origin, now)
  const claims = await unsealSession(opened)
  const actor = await actorOfSession(opened, origin, now)
  if (!claims || !actor) throw new Error('the session just opened opens nothing')
  const { sessionId } = claims
  const event = { action: 'session.opened', subject: sessionId, detail: { method: proof.method, ...detail } }
  await logOwnAct(actor, async () => ({ result: undefined, events: [event] }))
  return { cookie: opened, sessionId }
}
