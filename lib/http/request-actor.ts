import { actorOfToken } from '@/lib/auth/access-token'
import { limitActor, limitRate } from '@/lib/auth/limit-rate'
import { type RequestOrigin, requestOrigin } from '@/lib/auth/request-origin'
import { actorOfSession } from '@/lib/auth/session'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { refuseCrossSite } from './cross-site'
import { sessionCookieOf } from './session-cookie-of'

/**
 * Who asks: a bearer token's machine, else the session's person. Throws unauthenticated, forbidden across sites, and
 * too-many-requests, where whoever is not recognised is counted by address.
 */
export async function requestActor(request: Request): Promise<Actor> {
  const origin = requestOrigin(request.headers)
  try {
    const actor = await recognise(request, origin)
    await limitActor(actor)
    return actor
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') await limitRate('address', origin.address)
    throw error
  }
}

/**
 * Who asked, looked at again while the answer is still being given: it counts as no request and keeps no session awake.
 * Throws unauthenticated once the session or token is over.
 */
export async function actorAgain(request: Request): Promise<Actor> {
  return recognise(request, requestOrigin(request.headers), false)
}

async function recognise(request: Request, origin: RequestOrigin, touches = true): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return actorOfToken(bearer, origin)
  const actor = await actorOfSession(sessionCookieOf(request), origin, new Date(), { touches })
  if (!actor) throw new AppError('unauthenticated')
  refuseCrossSite(request)
  return actor
}
