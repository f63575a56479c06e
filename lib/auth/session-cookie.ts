import { createHash } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { secretFor } from './secret'

export const sessionSecret = (): string => secretFor('session').toString('base64url')

const isSecure = () => env().url.startsWith('https:')

/** Over https the name makes browsers refuse it from any other host, path or plain connection. */
export const sessionCookie = (): string => (isSecure() ? '__Host-proofline-session' : 'proofline-session')

/** How next-auth and we set it. Lax, because an identity provider leads the browser back from another site. */
export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

/** The cookie's value: encrypted, and all it carries is which session and whose. */
export const sealSession = (sessionId: string, userId: string): Promise<string> =>
  encode({ secret: sessionSecret(), maxAge: env().sessionHours * 3600, token: { sub: userId, sessionId } })

/** Deciphering a cookie costs as much as asking the database about it, and always gives the same. */
const MOST_REMEMBERED = 10_000
const deciphered = new Map<string, { claims: Claims; expiresAt: number }>()

type Claims = { sessionId: string; userId: string }

/** What a cookie says, or null when it is not ours, was altered or is too old. */
export async function unsealSession(cookie: string | undefined, now = Date.now()): Promise<Claims | null> {
  if (!cookie) return null
  const secret = sessionSecret()
  const key = createHash('sha256').update(secret).update(cookie).digest('base64url')
  const known = deciphered.get(key)
  if (known) return known.expiresAt > now ? known.claims : null
  const token = await decode({ token: cookie, secret }).catch(() => null)
  const [sessionId, userId] = [token?.sessionId, token?.sub]
  if (typeof sessionId !== 'string' || !userId) return null
  if (deciphered.size >= MOST_REMEMBERED) deciphered.clear()
  deciphered.set(key, { claims: { sessionId, userId }, expiresAt: Number(token?.exp ?? 0) * 1000 })
  return { sessionId, userId }
}

/** The header that gives a browser its session. */
export const setSessionCookie = (value: string): string =>
  `${sessionCookie()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${env().sessionHours * 3600}${isSecure() ? '; Secure' : ''}`
