import { z } from 'zod'
import { sealSession, setSessionCookie } from '@/lib/auth/session-cookie'
import { route } from '@/lib/http/route'
import { AssertionResponse } from '@/lib/model/passkey-response'
import { provePerson } from '@/lib/services/prove-person'

export const POST = route({
  tag: 'Your account',
  summary: 'Prove anew, with a passkey, who you are; sets a new session cookie',
  body: z.object({ response: AssertionResponse }),
  output: z.void(),
  status: 204,
  handler: async ({ actor, body }) => {
    const { sessionId, userId } = await provePerson(actor, body.response)
    const cookie = setSessionCookie(await sealSession(sessionId, userId))
    return new Response(null, { status: 204, headers: { 'set-cookie': cookie } })
  },
})
