import type { NextAuthOptions } from 'next-auth'
import { sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { SESSION_SECONDS, sessionSecret } from './session'

/**
 * next-auth holds the session cookie and its sign-out. One-time links open the session themselves; identity providers
 * join this list when an organization configures them.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: sessionSecret(),
  providers: [],
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
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
