import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Answer } from '@/lib/model/answer'
import { NamedAnswer } from '@/lib/model/assessment-change'
import { Slug } from '@/lib/model/slug'
import { putAnswers } from '@/lib/services/put-answers'

export const PUT = route({
  tag: 'Assessments',
  summary: 'Answer several capabilities of a draft at once, all or none',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: z.object({ answers: z.array(NamedAnswer).min(1).max(200) }),
  output: z.object({ items: z.array(Answer) }),
  handler: async ({ actor, params, body }) => ({ items: await putAnswers(actor, { ...params, ...body }) }),
})
