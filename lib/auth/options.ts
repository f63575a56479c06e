import type { NextAuthOptions } from 'next-auth'
import { sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { env } from '@/lib/env'
import { sessionCookie, sessionCookieOptions, sessionSecret } from './session-cookie'

/**
 * next-auth holds the session cookie and its sign-out. One-time links and passkeys open the session themselves; identity
 * providers join this list when they are configured.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  providers: [],
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  session: { strategy: 'jwt', maxAge: env().sessionHours * 3600 },
  cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
  callbacks: {
    // The browser learns nothing from the session endpoint: pages get the actor from the server.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      const id = token?.sessionId
      if (typeof id === 'string') await withoutTenant((tx) => sessions(tx).revoke(id, new Date()))
    },
  },
})
