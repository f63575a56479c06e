import { z } from 'zod'
import { route } from '@/lib/http/route'
import { MemberSession } from '@/lib/model/member-session'
import { Slug } from '@/lib/model/slug'
import { listMemberSessions } from '@/lib/services/list-member-sessions'
import { revokeMemberSessions } from '@/lib/services/revoke-member-sessions'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Members'

export const GET = route({
  tag,
  summary: 'List the sessions of a member that live now',
  params,
  output: z.object({ items: z.array(MemberSession) }),
  handler: async ({ actor, params: { org, id } }) => ({ items: await listMemberSessions(actor, { org, userId: id }) }),
})

export const DELETE = route({
  tag,
  summary: 'End every session of a member',
  params,
  output: z.object({ ended: z.int() }),
  handler: ({ actor, params: { org, id } }) => revokeMemberSessions(actor, { org, userId: id }),
})
