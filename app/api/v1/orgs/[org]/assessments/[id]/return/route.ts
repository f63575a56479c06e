import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Assessment } from '@/lib/model/assessment'
import { AssessmentReturn } from '@/lib/model/assessment-change'
import { Slug } from '@/lib/model/slug'
import { returnAssessment } from '@/lib/services/return-assessment'

export const POST = route({
  tag: 'Assessments',
  summary: 'Make a submitted assessment a draft again and say why',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: AssessmentReturn,
  output: Assessment,
  handler: ({ actor, params, body }) => returnAssessment(actor, { ...params, ...body }),
})
