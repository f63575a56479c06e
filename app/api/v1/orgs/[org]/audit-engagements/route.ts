import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import { Slug } from '@/lib/model/slug'
import { createEngagement } from '@/lib/services/create-engagement'
import { listEngagements } from '@/lib/services/list-engagements'

const params = z.object({ org: Slug })
const tag = 'Audits'

export const GET = route({
  tag,
  summary: 'List what auditors were let in for; an auditor who is held to their own sees no other',
  params,
  query: z.object({ user: z.uuid().optional() }),
  output: z.object({ items: z.array(AuditEngagement) }),
  handler: async ({ actor, params: { org }, query: { user } }) => ({
    items: await listEngagements(actor, { org, userId: user }),
  }),
})

export const POST = route({
  tag,
  summary: 'Let an auditor in for frameworks, a period and deployments; they see nothing else from then on',
  params,
  body: AuditEngagementInput,
  output: AuditEngagement,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body: engagement }) => createEngagement(actor, { org, engagement }),
})
