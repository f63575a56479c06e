import { z } from 'zod'
import { route } from '@/lib/http/route'
import { PostureHistory } from '@/lib/model/posture-report'
import { Slug } from '@/lib/model/slug'
import { listPostureHistory } from '@/lib/services/list-posture-history'

export const GET = route({
  tag: 'Posture',
  summary: 'What the checks supported after each run, newest first',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: PostureHistory,
  handler: ({ actor, params: { org }, query }) => listPostureHistory(actor, { org, ...query }),
})
