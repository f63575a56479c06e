import type { AuditEvent } from '@/lib/db/repositories/audit-log'
import { identities } from '@/lib/db/repositories/identities'
import { ownSessions } from '@/lib/db/repositories/own-sessions'
import type { Actor } from '@/lib/model/actor'
import { acrIn, amrIn } from '@/lib/services/claims-of-person'
import { enterBySingleSignOn, type SingleSignOnOutcome } from '@/lib/services/enter-by-single-sign-on'
import { logOwnAct } from '@/lib/services/log-own-act'
import { type Entrance, enter } from './enter'
import type { OidcParty } from './oidc-exchange'
import { type Claims, provenAt } from './oidc-id-token'
import { actorOfSession, type Proof } from './session'

/** Why nobody is let in. `stale-proof`: the provider did not ask anew who is there. */
export type SingleSignOnRefusal = Extract<SingleSignOnOutcome, { refusal: string }>['refusal'] | 'stale-proof'

export type SingleSignOnSession = { userId: string; sessionId: string } | { refusal: SingleSignOnRefusal }

/** As long as the policy takes a proof for fresh. */
const FRESH_MS = 5 * 60_000

/**
 * Lets in whom a provider vouched for. Where somebody is signed in already it is a proof of the same person for the same
 * session, which has to be fresh and goes on under a new id; otherwise it opens a session. Throws when the claims
 * contradict themselves.
 */
export async function signInBySingleSignOn(
  { provider }: OidcParty,
  claims: Claims,
  entrance: Entrance,
  now = new Date(),
): Promise<SingleSignOnSession> {
  const { origin, cookie } = entrance
  const present = await actorOfSession(cookie, origin, now)
  const proven = provenAt(claims, now)
  const isStale = proven === null || now.getTime() - proven.getTime() > FRESH_MS
  if (present && isStale) return { refusal: 'stale-proof' }
  const { sub: subject = '' } = claims
  const presentUserId = present?.userId ?? null
  const outcome = await enterBySingleSignOn({ provider, subject, claims, presentUserId, address: origin.address }, now)
  if ('refusal' in outcome) return outcome
  const { userId } = outcome
  const proof: Proof = {
    method: 'oidc',
    provenAt: proven,
    provider: provider.id,
    acr: acrIn(claims),
    amr: amrIn(claims),
  }
  if (present && proven) return prove(present, userId, { ...proof, provenAt: proven })
  const { sessionId } = await enter(userId, proof, entrance, { provider: proof.provider }, now)
  return { userId, sessionId }
}

/** The session goes on under a new id; what speaks against it goes along. */
async function prove(
  present: Actor,
  userId: string,
  { provider, acr, ...proof }: Proof & { provenAt: Date },
): Promise<SingleSignOnSession> {
  const before = present.context.sessionId ?? ''
  return logOwnAct(present, async (tx): Promise<{ result: SingleSignOnSession; events: AuditEvent[] }> => {
    const sessionId = await ownSessions(tx).renew(before, proof)
    if (sessionId === null) return { result: { refusal: 'stale-proof' }, events: [] }
    await identities(tx).vouch(sessionId, { provider, acr })
    return {
      result: { userId, sessionId },
      events: [{ action: 'session.proven', subject: sessionId, detail: { provider, before } }],
    }
  })
}
