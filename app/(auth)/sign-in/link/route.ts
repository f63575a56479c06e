import { enter } from '@/lib/auth/enter'
import { limitRate } from '@/lib/auth/limit-rate'
import { requestOrigin } from '@/lib/auth/request-origin'
import { LINK_PROOF } from '@/lib/auth/session'
import { setSessionCookie } from '@/lib/auth/session-cookie'
import { takeSignInLink } from '@/lib/auth/sign-in-link'
import { logRefusedSignIn } from '@/lib/auth/sign-in-log'
import { respond } from '@/lib/http/respond'
import { sessionCookieOf } from '@/lib/http/session-cookie-of'

/**
 * Opens a session for whoever holds a one-time link and leads on. A browser that merely looks ahead must not use the
 * link up, so a prefetch gets nothing; nor does a picture, a frame or a script of another page, which could otherwise
 * sign somebody in as somebody else without their seeing it.
 */
export const GET = (request: Request): Promise<Response> => respond(request, () => open(request))

async function open(request: Request): Promise<Response> {
  if (isAhead(request.headers) || isWithinPage(request.headers)) return new Response(null, { status: 204 })
  const origin = requestOrigin(request.headers)
  await limitRate('door', origin.address)
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const userId = await takeSignInLink(token)
  if (!userId) {
    logRefusedSignIn({ level: 'warn', reason: 'link-spent-or-unknown', origin, party: null })
    return leadTo('/sign-in?link=spent')
  }
  const { cookie } = await enter(userId, LINK_PROOF, { origin, cookie: sessionCookieOf(request) })
  return leadTo('/portfolio', { 'set-cookie': setSessionCookie(cookie) })
}

const isAhead = (headers: Headers): boolean =>
  /prefetch|prerender/i.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '')

/** Programs and old browsers do not say what they want an address for. */
const isWithinPage = (headers: Headers): boolean => (headers.get('sec-fetch-dest') ?? 'document') !== 'document'

const leadTo = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } })
