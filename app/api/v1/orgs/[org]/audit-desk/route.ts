import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditDesk, auditScopeOf, ScopeQuery } from '@/lib/model/audit-desk'
import { Slug } from '@/lib/model/slug'
import { viewAuditDesk } from '@/lib/services/view-audit-desk'

export const GET = route({
  tag: 'Audits',
  summary: 'Read how each requirement of a framework was operated over a period; the view is logged',
  params: z.object({ org: Slug }),
  query: ScopeQuery,
  output: AuditDesk,
  handler: ({ actor, params: { org }, query }) => viewAuditDesk(actor, { org, scope: auditScopeOf(query) }),
})
