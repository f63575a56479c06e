import { decode, encode } from 'next-auth/jwt'
import { readWithoutTenant } from '@/lib/db/read-scope'
import { members, named } from '@/lib/db/repositories/people'
import { liveSession, sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/model/actor'
import { secretFor } from './secret'

export const SESSION_SECONDS = 8 * 3600
const IDLE_MS = 30 * 60_000
const TOUCH_MS = 60_000

export const sessionSecret = (): string => secretFor('session').toString('base64url')

/** next-auth's own cookie name, so that its handlers and ours read the same session. */
export const sessionCookie = (): string =>
  env().url.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

/** Opens a session for a person and returns the cookie's value: an encrypted token that carries only the session's id. */
export async function openSession(userId: string, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000)
  const { id } = await withoutTenant((tx) => sessions(tx).open(userId, now, expiresAt))
  return encode({ secret: sessionSecret(), maxAge: SESSION_SECONDS, token: { sub: userId, sessionId: id } })
}

/**
 * Who a session cookie speaks for, asked of the database on every request: a revoked, expired or idle session and a
 * removed membership stop working at once. Null when the cookie opens nothing.
 */
export async function actorOfSession(cookie: string | undefined, now = new Date()): Promise<Actor | null> {
  const claims = await claimsOf(cookie)
  if (!claims) return null
  const { sessionId, userId } = claims
  const [session, memberships] = await readWithoutTenant((tx) =>
    Promise.all([liveSession(tx, sessionId, now, IDLE_MS), members(tx).of(userId, now)]),
  )
  if (session?.userId !== userId) return null
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) {
    await withoutTenant((tx) => sessions(tx).touch(sessionId, now))
  }
  return { kind: 'person', userId, name: session.userName, memberships: await named(memberships) }
}

async function claimsOf(cookie: string | undefined): Promise<{ sessionId: string; userId: string } | null> {
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null)
  const [sessionId, userId] = [token?.sessionId, token?.sub]
  return typeof sessionId === 'string' && userId ? { sessionId, userId } : null
}
