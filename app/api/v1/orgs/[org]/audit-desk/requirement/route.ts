import { z } from 'zod'
import { route } from '@/lib/http/route'
import { auditScopeOf, RequirementDesk, RequirementQuery } from '@/lib/model/audit-desk'
import { Slug } from '@/lib/model/slug'
import { viewRequirement } from '@/lib/services/view-requirement'

export const GET = route({
  tag: 'Audits',
  summary: 'Read one requirement over a period with its checks, answers and evidence; the view is logged',
  params: z.object({ org: Slug }),
  query: RequirementQuery,
  output: RequirementDesk,
  handler: ({ actor, params: { org }, query }) =>
    viewRequirement(actor, { org, scope: auditScopeOf(query), requirement: query.requirement }),
})
