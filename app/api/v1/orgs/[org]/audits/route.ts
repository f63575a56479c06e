import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ComplianceAudit } from '@/lib/model/compliance-audit'
import { AuditFilter } from '@/lib/model/incident-filter'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listAudits } from '@/lib/services/list-audits'

export const GET = route({
  tag: 'Compliance audits',
  summary: 'List compliance audits, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest.extend(AuditFilter.shape),
  output: pageOf(ComplianceAudit),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listAudits(actor, { org, filter, page: { cursor, limit } }),
})
