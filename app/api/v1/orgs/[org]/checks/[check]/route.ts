import { z } from 'zod'
import { route } from '@/lib/http/route'
import { CheckFacts } from '@/lib/model/check'
import { CheckView } from '@/lib/model/check-view'
import { Slug } from '@/lib/model/slug'
import { getCheck } from '@/lib/services/get-check'

export const GET = route({
  tag: 'Posture',
  summary: 'A check: what it asserts, what it needs, and what it says of each account now',
  params: z.object({ org: Slug, check: CheckFacts.shape.id }),
  output: CheckView,
  handler: ({ actor, params: { org, check } }) => getCheck(actor, { org, id: check }),
})
