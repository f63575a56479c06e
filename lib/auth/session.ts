import { readAlone } from '@/lib/db/read-scope'
import { named } from '@/lib/db/repositories/people'
import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { type LiveSession, liveSession, type SessionStart, sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { env } from '@/lib/env'
import type { AccessContext } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import { noticeSession } from '@/lib/services/notice-session'
import { browserOf } from './browser'
import type { RequestOrigin } from './request-origin'
import { sealSession, unsealSession } from './session-cookie'

const TOUCH_MS = 60_000

/** What was proven when the session began; a one-time link proves nothing beyond holding it. */
export type Proof = Omit<SessionStart, 'browser' | 'userAgent' | 'address'>

export const LINK_PROOF: Proof = { method: 'link', provenAt: null, provider: null, acr: null, amr: [] }
export const passkeyProof = (now: Date): Proof => ({ ...LINK_PROOF, method: 'passkey', provenAt: now })

/** Opens a session for a person in one browser and returns the cookie's value. */
export async function openSession(
  userId: string,
  proof: Proof,
  { address, userAgent }: RequestOrigin,
  now = new Date(),
): Promise<string> {
  const expiresAt = new Date(now.getTime() + env().sessionHours * 3_600_000)
  const start = { ...proof, browser: browserOf(userAgent), userAgent, address }
  const id = await withoutTenant(async (tx) => {
    const opened = await sessions(tx).open(userId, start, now, expiresAt)
    await noticeSession(tx, { id: opened, userId, ...start }, now)
    return opened
  })
  return sealSession(id, userId)
}

/**
 * Who a session cookie speaks for, asked of the database on every request: a revoked, expired or idle session, a changed
 * role and a removed membership count at once. Null when the cookie opens nothing; brought by another browser than its
 * own, the session ends for good. Without `touches` it is looked at and not kept awake, for an answer that takes long.
 */
export async function actorOfSession(
  cookie: string | undefined,
  origin: RequestOrigin,
  now = new Date(),
  { touches = true }: { touches?: boolean } = {},
): Promise<Actor | null> {
  const claims = await unsealSession(cookie)
  if (!claims) return null
  const { sessionId, userId } = claims
  const idleMs = env().sessionIdleMinutes * 60_000
  const session = await liveSession(readAlone, sessionId, now, idleMs)
  if (session?.userId !== userId) return null
  if (session.browser !== browserOf(origin.userAgent)) {
    await endCarriedOff(sessionId, userId, origin, now)
    return null
  }
  if (touches && now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) {
    await withoutTenant((tx) => sessions(tx).touch(sessionId, now, origin.address))
  }
  const context = contextOf(sessionId, session, origin)
  return { kind: 'person', userId, name: session.userName, memberships: await named(session.memberships), context }
}

/** Somebody holds the cookie of another browser: that session ends, and the person's others have something against them. */
const endCarriedOff = (sessionId: string, userId: string, { address, userAgent }: RequestOrigin, now: Date) =>
  withoutTenant(async (tx) => {
    if (!(await sessions(tx).revoke(sessionId, now, 'browser-changed'))) return
    await riskSignals(tx).addToPerson(userId, 'browser-changed', { address, userAgent }, now)
  })

const contextOf = (sessionId: string, session: LiveSession, origin: RequestOrigin): AccessContext => ({
  method: session.method,
  provenAt: session.provenAt?.getTime() ?? null,
  startedAt: session.startedAt.getTime(),
  sessionId,
  acr: session.acr,
  amr: session.amr,
  address: origin.address,
  devicePosture: origin.devicePosture,
  risk: Math.round(session.risk),
  hasCredential: session.hasCredential,
})
