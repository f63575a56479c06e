import { z } from 'zod'
import { AssessmentState } from '@/lib/model/assessment'
import { Slug } from '@/lib/model/slug'

/** The filters as an address carries them. One that cannot be read is none: a stale link still shows the list. */
export const AssessmentsQuery = z.object({
  state: AssessmentState.optional().catch(undefined),
  deployment: Slug.optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
})
export type AssessmentsQuery = z.infer<typeof AssessmentsQuery>
