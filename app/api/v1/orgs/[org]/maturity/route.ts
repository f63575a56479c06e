import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Day } from '@/lib/model/instant'
import { MaturityAt } from '@/lib/model/maturity-at'
import { Slug } from '@/lib/model/slug'
import { getMaturity } from '@/lib/services/get-maturity'

export const GET = route({
  tag: 'Maturity',
  summary: 'The latest approved result on a day, and what changed since about a quarter before',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional(), at: Day.optional() }),
  output: MaturityAt,
  handler: ({ actor, params: { org }, query }) => getMaturity(actor, { org, ...query }),
})
