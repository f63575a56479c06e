import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditEngagement } from '@/lib/model/audit-engagement'
import { Slug } from '@/lib/model/slug'
import { endEngagement } from '@/lib/services/end-engagement'

export const POST = route({
  tag: 'Audits',
  summary: 'End what an auditor was let in for; without any left they see an empty desk',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: AuditEngagement,
  handler: ({ actor, params }) => endEngagement(actor, params),
})
