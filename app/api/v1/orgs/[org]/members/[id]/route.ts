import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Member, MemberChange } from '@/lib/model/member'
import { Slug } from '@/lib/model/slug'
import { changeMember } from '@/lib/services/change-member'
import { getMember } from '@/lib/services/get-member'
import { removeMember } from '@/lib/services/remove-member'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Members'

export const GET = route({
  tag,
  summary: 'Read a member',
  params,
  output: Member,
  handler: ({ actor, params: { org, id } }) => getMember(actor, { org, userId: id }),
})

export const PATCH = route({
  tag,
  summary: 'Give a member another role or end date',
  params,
  body: MemberChange,
  output: Member,
  handler: ({ actor, params: { org, id }, body: change }) => changeMember(actor, { org, userId: id, change }),
})

export const DELETE = route({
  tag,
  summary: 'Remove a member',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => removeMember(actor, { org, userId: id }),
})
