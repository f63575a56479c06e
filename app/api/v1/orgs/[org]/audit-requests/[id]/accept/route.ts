import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestClosing } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { acceptAuditRequest } from '@/lib/services/close-audit-request'

export const POST = route({
  tag: 'Audits',
  summary: 'Accept what was answered, which closes the request',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RequestClosing,
  output: AuditRequestDetail,
  handler: ({ actor, params, body: closing }) => acceptAuditRequest(actor, { ...params, closing }),
})
