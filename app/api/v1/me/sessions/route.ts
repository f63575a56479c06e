import { z } from 'zod'
import { route } from '@/lib/http/route'
import { OwnSession } from '@/lib/model/own-session'
import { endOtherSessions } from '@/lib/services/end-other-sessions'
import { listOwnSessions } from '@/lib/services/list-own-sessions'

const tag = 'Your account'

export const GET = route({
  tag,
  summary: 'List where you are signed in, and what speaks against each session',
  output: z.object({ items: z.array(OwnSession) }),
  handler: async ({ actor }) => ({ items: await listOwnSessions(actor) }),
})

export const DELETE = route({
  tag,
  summary: 'Sign yourself out everywhere but here',
  output: z.object({ ended: z.int() }),
  handler: ({ actor }) => endOtherSessions(actor),
})
