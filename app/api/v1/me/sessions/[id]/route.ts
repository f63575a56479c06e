import { z } from 'zod'
import { route } from '@/lib/http/route'
import { endOwnSession } from '@/lib/services/end-own-session'

export const DELETE = route({
  tag: 'Your account',
  summary: 'End one of your sessions, from its next request on',
  params: z.object({ id: z.uuid() }),
  output: z.void(),
  status: 204,
  handler: ({ actor, params }) => endOwnSession(actor, params),
})
