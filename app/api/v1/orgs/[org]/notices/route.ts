import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Instant } from '@/lib/model/instant'
import { Notice } from '@/lib/model/notice'
import { Slug } from '@/lib/model/slug'
import { listNotices } from '@/lib/services/list-notices'
import { seeNotices } from '@/lib/services/see-notices'

const params = z.object({ org: Slug })
const tag = 'Notices'

export const GET = route({
  tag,
  summary: 'List what every administrator should know of the last 90 days',
  params,
  output: z.object({ items: z.array(Notice) }),
  handler: async ({ actor, params: { org } }) => ({ items: await listNotices(actor, { org }) }),
})

export const POST = route({
  tag,
  summary: 'Note that oneself has seen what happened up to an instant',
  params,
  body: z.object({ until: Instant }),
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org }, body: { until } }) => seeNotices(actor, { org, until }),
})
