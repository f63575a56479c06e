import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Overview } from '@/lib/model/overview'
import { Slug } from '@/lib/model/slug'
import { getOverview } from '@/lib/services/get-overview'

export const GET = route({
  tag: 'Overview',
  summary: 'Where an organization stands, what changed and what waits',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: Overview,
  handler: ({ actor, params: { org }, query: { deployment } }) => getOverview(actor, { org, deployment }),
})
