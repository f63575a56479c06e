import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { removeGroupRole } from '@/lib/services/remove-group-role'

export const DELETE = route({
  tag: 'Access',
  summary: 'Let a group give no role any more',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => removeGroupRole(actor, { org, id }),
})
