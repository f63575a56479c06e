import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { revokeAccessToken } from '@/lib/services/revoke-access-token'

export const DELETE = route({
  tag: 'Machines',
  summary: 'End an access token before its time',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => revokeAccessToken(actor, { org, id }),
})
