import { actorOfToken } from '@/lib/auth/access-token'
import { requestOrigin } from '@/lib/auth/request-origin'
import { actorOfSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Who asks: a bearer token's machine, else the session's person. Throws unauthenticated, and forbidden across sites. */
export async function requestActor(request: Request): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const origin = requestOrigin(request.headers)
  if (bearer) return actorOfToken(bearer, origin)
  const actor = await actorOfSession(cookieOf(request, sessionCookie()), origin)
  if (!actor) throw new AppError('unauthenticated')
  if (!SAFE.has(request.method)) refuseCrossSite(request)
  return actor
}

/** A browser sends our cookie along with other sites' requests; those may not change anything. */
function refuseCrossSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  const origin = request.headers.get('origin')
  if (site === null && origin !== null && new URL(origin).host === request.headers.get('host')) return
  throw new AppError('forbidden', { detail: 'A change must come from Proofline’s own pages, or carry a bearer token.' })
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return decodeURIComponent(pair.slice(at + 1).trim())
  }
  return undefined
}
