import { z } from 'zod'
import { route } from '@/lib/http/route'
import { PostureReport } from '@/lib/model/posture-report'
import { Slug } from '@/lib/model/slug'
import { getPosture } from '@/lib/services/get-posture'

export const GET = route({
  tag: 'Posture',
  summary: 'What the checks support now, capability by capability, with every criterion behind it',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: PostureReport,
  handler: ({ actor, params: { org }, query }) => getPosture(actor, { org, ...query }),
})
