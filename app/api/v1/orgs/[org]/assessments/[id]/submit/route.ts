import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Assessment } from '@/lib/model/assessment'
import { Slug } from '@/lib/model/slug'
import { submitAssessment } from '@/lib/services/submit-assessment'

export const POST = route({
  tag: 'Assessments',
  summary: 'Hand a draft over for approval by another person',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Assessment,
  handler: ({ actor, params }) => submitAssessment(actor, params),
})
