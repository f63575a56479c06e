import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FrameworkDetail } from '@/lib/model/framework-detail'
import { FrameworkId } from '@/lib/model/requirement'
import { Slug } from '@/lib/model/slug'
import { getFramework } from '@/lib/services/get-framework'

export const GET = route({
  tag: 'Frameworks',
  summary: 'Requirements of a framework and the capabilities that speak to them; `custom:` and a slug is an own one',
  params: z.object({ org: Slug }),
  query: z.object({ framework: FrameworkId }),
  output: FrameworkDetail,
  handler: ({ actor, params: { org }, query: { framework } }) => getFramework(actor, { org, framework }),
})
