import { z } from 'zod'
import { route } from '@/lib/http/route'
import { DeploymentOutcome } from '@/lib/model/deployment-outcome'
import { Slug } from '@/lib/model/slug'
import { getOutcomes } from '@/lib/services/get-outcomes'

export const GET = route({
  tag: 'Metrics',
  summary: 'Read the four metrics before and after a deployment',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: DeploymentOutcome,
  handler: ({ actor, params: { org }, query: { deployment } }) => getOutcomes(actor, { org, deployment }),
})
