import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FrameworkList } from '@/lib/model/framework-summary'
import { Slug } from '@/lib/model/slug'
import { listFrameworks } from '@/lib/services/list-frameworks'

export const GET = route({
  tag: 'Frameworks',
  summary: 'Frameworks that come with the product, and the organization’s own',
  params: z.object({ org: Slug }),
  output: FrameworkList,
  handler: async ({ actor, params: { org } }) => ({ frameworks: await listFrameworks(actor, { org }) }),
})
