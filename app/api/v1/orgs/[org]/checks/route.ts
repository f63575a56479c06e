import { z } from 'zod'
import { route } from '@/lib/http/route'
import { CheckList } from '@/lib/model/check-view'
import { Slug } from '@/lib/model/slug'
import { listChecks } from '@/lib/services/list-checks'

export const GET = route({
  tag: 'Posture',
  summary: 'Every check and what it says of the organization now',
  params: z.object({ org: Slug }),
  output: CheckList,
  handler: ({ actor, params: { org } }) => listChecks(actor, { org }),
})
