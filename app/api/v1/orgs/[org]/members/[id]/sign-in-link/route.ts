import { z } from 'zod'
import { memberLink } from '@/lib/auth/member-link'
import { route } from '@/lib/http/route'
import { OneTimeLink } from '@/lib/model/member'
import { Slug } from '@/lib/model/slug'

export const POST = route({
  tag: 'Members',
  summary: 'Issue a one-time link for a member who has lost every way in; every administrator is told',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: OneTimeLink,
  status: 201,
  handler: ({ actor, params: { org, id } }) => memberLink(actor, { org, userId: id }),
})
