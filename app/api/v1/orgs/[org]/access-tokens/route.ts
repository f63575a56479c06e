import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AccessToken } from '@/lib/model/access-token'
import { Slug } from '@/lib/model/slug'
import { listAccessTokens } from '@/lib/services/list-access-tokens'

export const GET = route({
  tag: 'Machines',
  summary: 'List the access tokens that hold now',
  params: z.object({ org: Slug }),
  output: z.object({ items: z.array(AccessToken) }),
  handler: async ({ actor, params: { org } }) => ({ items: await listAccessTokens(actor, { org }) }),
})
