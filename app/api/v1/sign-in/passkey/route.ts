import { z } from 'zod'
import { signInWithPasskey } from '@/lib/auth/passkey-sign-in'
import { setSessionCookie } from '@/lib/auth/session-cookie'
import { openRoute } from '@/lib/http/open-route'
import { sessionCookieOf } from '@/lib/http/session-cookie-of'
import { AssertionResponse } from '@/lib/model/passkey-response'

export const POST = openRoute({
  tag: 'Signing in',
  summary: 'Sign in with a passkey; sets the session cookie',
  body: z.object({ response: AssertionResponse }),
  output: z.void(),
  status: 204,
  handler: async ({ origin, body, request }) => {
    const entrance = { origin, cookie: sessionCookieOf(request) }
    const cookie = setSessionCookie(await signInWithPasskey(body.response, entrance))
    return new Response(null, { status: 204, headers: { 'set-cookie': cookie } })
  },
})
