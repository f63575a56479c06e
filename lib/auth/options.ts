import type { CookiesOptions, NextAuthOptions } from 'next-auth'
import { sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { env } from '@/lib/env'
import type { OidcParty } from './oidc-exchange'
import type { Claims } from './oidc-id-token'
import { oidcProvider } from './oidc-provider'
import type { RequestOrigin } from './request-origin'
import { safeReturnPath } from './return-path'
import { sessionCookie, sessionCookieOptions, sessionSecret } from './session-cookie'
import { logRefusedSignIn } from './sign-in-log'
import { type SingleSignOnRefusal, signInBySingleSignOn } from './single-sign-on'

/** Who asks next-auth for something, and of which provider; null when of none. */
export type Visitor = { origin: RequestOrigin; cookie: string | undefined; party: OidcParty | null }

const MINUTES_AWAY = 15

/** Over https the names make browsers refuse these cookies from any other host, path or plain connection. */
function cookies(): Partial<CookiesOptions> {
  const prefix = env().url.startsWith('https:') ? '__Host-' : ''
  const named = (name: string, maxAge?: number) => ({
    name: `${prefix}proofline-${name}`,
    options: { ...sessionCookieOptions(), ...(maxAge ? { maxAge } : {}) },
  })
  return {
    sessionToken: { name: sessionCookie(), options: sessionCookieOptions() },
    callbackUrl: named('return'),
    csrfToken: named('csrf'),
    pkceCodeVerifier: named('pkce', MINUTES_AWAY * 60),
    state: named('state', MINUTES_AWAY * 60),
    nonce: named('nonce', MINUTES_AWAY * 60),
  }
}

/**
 * next-auth carries a browser to an identity provider and back, holds the session cookie and signs out. Who is let in is
 * decided here, at every sign-in, and the session is ours; links and passkeys open theirs themselves.
 */
export function authOptions({ origin, cookie, party }: Visitor): NextAuthOptions {
  let opened: { userId: string; sessionId: string } | null = null
  const refused = (reason: SingleSignOnRefusal): string => {
    logRefusedSignIn({ level: 'warn', reason, origin, party })
    return `/sign-in?error=${reason}`
  }
  return {
    secret: sessionSecret(),
    providers: party ? [oidcProvider(party)] : [],
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: env().sessionHours * 3600 },
    cookies: cookies(),
    logger: { error: (reason, cause) => logRefusedSignIn({ level: 'warn', reason, cause, origin, party }), warn() {} },
    callbacks: {
      redirect: ({ url }) => `${env().url}${returnPath(url)}`,
      async signIn({ profile }) {
        if (!party) return false
        try {
          const outcome = await signInBySingleSignOn(party, profile as Claims, { origin, cookie })
          if ('refusal' in outcome) return refused(outcome.refusal)
          opened = outcome
          return true
        } catch (cause) {
          logRefusedSignIn({ level: 'error', reason: 'failed', cause, origin, party })
          // next-auth would put the message into an address.
          return false
        }
      },
      // Only the session that signIn just opened is ever put into a cookie.
      jwt: ({ token }) => (opened ? { sub: opened.userId, sessionId: opened.sessionId } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const id = token?.sessionId
        if (typeof id === 'string') await withoutTenant((tx) => sessions(tx).revoke(id, new Date()))
      },
    },
  }
}

/** next-auth makes whole addresses of paths, and reads them back from its cookie. */
const returnPath = (url: string): string =>
  safeReturnPath(url.startsWith(`${env().url}/`) ? url.slice(env().url.length) : url)
