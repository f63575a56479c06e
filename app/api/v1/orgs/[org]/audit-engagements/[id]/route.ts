import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditEngagement } from '@/lib/model/audit-engagement'
import { Slug } from '@/lib/model/slug'
import { getEngagement } from '@/lib/services/get-engagement'

export const GET = route({
  tag: 'Audits',
  summary: 'Read what an auditor was let in for',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: AuditEngagement,
  handler: ({ actor, params }) => getEngagement(actor, params),
})
