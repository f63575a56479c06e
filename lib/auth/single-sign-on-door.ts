import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { askedProof } from './asked-proof'
import { limitRate } from './limit-rate'
import { type NextAuthRequest, nextAuthResponse } from './next-auth-response'
import { oidcParty } from './oidc-party'
import { authOptions } from './options'
import type { RequestOrigin } from './request-origin'
import { safeReturnPath } from './return-path'
import { sessionCookie } from './session-cookie'

export type Knock = NextAuthRequest & { origin: RequestOrigin }

/** All that next-auth is asked for. What else it offers (its log, its session endpoint, its pages) has no door here. */
const ACTS = new Set(['GET csrf', 'GET callback', 'POST signin', 'POST signout'])

const ANSWER = ['code', 'state', 'iss', 'error', 'error_description']
/**
 * Single sign-on, from the button to the session and out again, as next-auth does it. Answers a form with `json=true` by
 * `{url}`, where the browser has to go next, and everything else by leading there. Throws not-found, too-many-requests,
 * and `unavailable` when the provider does not answer.
 */
export async function knockOnSingleSignOn({ origin, ...knock }: Knock): Promise<Response> {
  const [act = '', provider, ...rest] = knock.path
  const concernsProvider = act === 'signin' || act === 'callback'
  if (!ACTS.has(`${knock.method} ${act}`) || rest.length > 0 || concernsProvider !== (provider !== undefined)) {
    throw new AppError('not-found')
  }
  if (concernsProvider) await limitRate('door', origin.address)
  const party = provider === undefined ? null : await oidcParty(provider)
  const { json, ...body } = knock.body ?? {}
  const cookie = knock.cookies[sessionCookie()]
  const asked: NextAuthRequest = {
    ...knock,
    query: act === 'signin' ? await questionOf(knock, cookie, origin) : picked(knock.query, ANSWER),
    cookies: withSafeReturn(knock.cookies),
    body: knock.body && { ...body, callbackUrl: `${env().url}${safeReturnPath(body.callbackUrl)}` },
  }
  const answer = await nextAuthResponse(asked, authOptions({ origin, cookie, party }))
  // Not cookies: browsers would take those of neighbouring hosts along.
  if (act === 'signout') answer.headers.set('clear-site-data', '"cache"')
  const onward = answer.headers.get('location')
  if (onward === null) return answer
  const { headers } = answer
  headers.set('location', readable(onward))
  if (json !== 'true') return new Response(null, { status: 303, headers })
  headers.delete('location')
  return Response.json({ url: readable(onward) }, { headers })
}

/** Of what the page asks, only whether the proof has to be fresh is passed on. */
const questionOf = async ({ query }: NextAuthRequest, cookie: string | undefined, origin: RequestOrigin) =>
  query.prompt === 'login' ? askedProof(cookie, origin) : {}

const picked = (from: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))

/** The cookie that says where to lead on afterwards is the browser's to change; what is not ours in it is dropped. */
function withSafeReturn(cookies: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(cookies).filter(
    ([name, value]) => !name.endsWith('proofline-return') || value.startsWith(`${env().url}/`),
  )
  return Object.fromEntries(own)
}

/** next-auth tells its failures apart in addresses of its own; whoever signs in is told one thing, on our page. */
const readable = (onward: string): string =>
  /\/api\/auth\/(error|signin|signout)\b/.test(onward) ? '/sign-in?error=refused' : onward
