import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Assessment, AssessmentState } from '@/lib/model/assessment'
import { AssessmentDraft } from '@/lib/model/assessment-change'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { createAssessment } from '@/lib/services/create-assessment'
import { listAssessments } from '@/lib/services/list-assessments'

const params = z.object({ org: Slug })
const tag = 'Assessments'

export const GET = route({
  tag,
  summary: 'List assessments, newest day first',
  params,
  query: PageRequest.extend({ state: AssessmentState.optional(), deployment: Slug.optional() }),
  output: pageOf(Assessment),
  handler: ({ actor, params: { org }, query }) => listAssessments(actor, { org, ...query }),
})

export const POST = route({
  tag,
  summary: 'Start a draft, empty or from the latest approved assessment',
  params,
  body: AssessmentDraft,
  output: Assessment,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => createAssessment(actor, { org, assessment: body }),
})
