import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Answer, AnswerInput } from '@/lib/model/answer'
import { CapabilityId } from '@/lib/model/layer'
import { Slug } from '@/lib/model/slug'
import { deleteAnswer } from '@/lib/services/delete-answer'
import { putAnswer } from '@/lib/services/put-answer'

const params = z.object({ org: Slug, id: z.uuid(), capability: CapabilityId })
const tag = 'Assessments'

export const PUT = route({
  tag,
  summary: 'Answer one capability of a draft; its evidence stays',
  params,
  body: AnswerInput,
  output: Answer,
  handler: ({ actor, params, body }) => putAnswer(actor, { ...params, answer: body }),
})

export const DELETE = route({
  tag,
  summary: 'Take an answer of a draft back, with its evidence',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params }) => deleteAnswer(actor, params),
})
