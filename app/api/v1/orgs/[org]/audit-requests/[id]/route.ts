import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { getAuditRequest } from '@/lib/services/get-audit-request'

export const GET = route({
  tag: 'Audits',
  summary: 'Read a request with all that was said about it',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: AuditRequestDetail,
  handler: ({ actor, params }) => getAuditRequest(actor, params),
})
