import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Member } from '@/lib/model/member'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { keepMembers } from '@/lib/services/keep-members'
import { listMembers } from '@/lib/services/list-members'

const params = z.object({ org: Slug })
const tag = 'Access review'

export const GET = route({
  tag,
  summary: 'List who has what, those first whose review is due first',
  params,
  query: PageRequest,
  output: pageOf(Member),
  handler: ({ actor, params: { org }, query: page }) => listMembers(actor, { org, order: 'review', page }),
})

export const POST = route({
  tag,
  summary: 'Decide that these memberships stay as they are',
  params,
  body: z.object({ userIds: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({ kept: z.int() }),
  handler: ({ actor, params: { org }, body: { userIds } }) => keepMembers(actor, { org, userIds }),
})
