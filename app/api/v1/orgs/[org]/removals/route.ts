import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Removal } from '@/lib/model/removal'
import { Slug } from '@/lib/model/slug'
import { listRemovals } from '@/lib/services/list-removals'
import { planRemoval } from '@/lib/services/plan-removal'

const params = z.object({ org: Slug })
const tag = 'Retention'

export const GET = route({
  tag,
  summary: 'List the latest reports of what is past its time, with what became of each',
  params,
  output: z.object({ items: z.array(Removal) }),
  handler: ({ actor, params }) => listRemovals(actor, params),
})

export const POST = route({
  tag,
  summary: 'Report what would be removed under the rules today; this removes nothing',
  params,
  output: Removal,
  status: 201,
  handler: ({ actor, params }) => planRemoval(actor, params),
})
