import { z } from 'zod'
import { route } from '@/lib/http/route'
import { MaturityHistory } from '@/lib/model/maturity-history'
import { Slug } from '@/lib/model/slug'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'

export const GET = route({
  tag: 'Maturity',
  summary: 'Every approved result of a deployment, oldest first',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: MaturityHistory,
  handler: ({ actor, params: { org }, query }) => listMaturityHistory(actor, { org, ...query }),
})
