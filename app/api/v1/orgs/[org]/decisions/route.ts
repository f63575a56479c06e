import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AccessDecision } from '@/lib/model/access-decision'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listDecisions } from '@/lib/services/list-decisions'

export const GET = route({
  tag: 'Audit log',
  summary: 'List what the access policy decided, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest.extend({ effect: AccessDecision.shape.effect.optional() }),
  output: pageOf(AccessDecision),
  handler: ({ actor, params: { org }, query }) => listDecisions(actor, { org, ...query }),
})
