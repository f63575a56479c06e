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

async function recognise(request: Request, origin: RequestOrigin): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return actorOfToken(bearer, origin)
  const actor = await actorOfSession(sessionCookieOf(request), origin)
  if (!actor) throw new AppError('unauthenticated')
  refuseCrossSite(request)
  return actor
}
