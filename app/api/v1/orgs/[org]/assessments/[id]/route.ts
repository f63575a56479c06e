import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Assessment, AssessmentDetail } from '@/lib/model/assessment'
import { AssessmentChange } from '@/lib/model/assessment-change'
import { Slug } from '@/lib/model/slug'
import { deleteAssessment } from '@/lib/services/delete-assessment'
import { getAssessment } from '@/lib/services/get-assessment'
import { updateAssessment } from '@/lib/services/update-assessment'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Assessments'

export const GET = route({
  tag,
  summary: 'Read an assessment with its answers, evidence and result',
  params,
  output: AssessmentDetail,
  handler: ({ actor, params }) => getAssessment(actor, params),
})

export const PATCH = route({
  tag,
  summary: 'Rename or re-date a draft',
  params,
  body: AssessmentChange,
  output: Assessment,
  handler: ({ actor, params, body }) => updateAssessment(actor, { ...params, change: body }),
})

export const DELETE = route({
  tag,
  summary: 'Delete a draft with its answers and evidence',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params }) => deleteAssessment(actor, params),
})
