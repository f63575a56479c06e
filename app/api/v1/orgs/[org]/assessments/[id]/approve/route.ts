import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AssessmentDetail } from '@/lib/model/assessment'
import { Slug } from '@/lib/model/slug'
import { approveAssessment } from '@/lib/services/approve-assessment'

export const POST = route({
  tag: 'Assessments',
  summary: 'Approve what another person submitted and freeze its result',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: AssessmentDetail,
  handler: ({ actor, params }) => approveAssessment(actor, params),
})
