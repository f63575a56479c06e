import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestClosing } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { withdrawAuditRequest } from '@/lib/services/close-audit-request'

export const POST = route({
  tag: 'Audits',
  summary: 'Withdraw a request one asked oneself',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RequestClosing,
  output: AuditRequestDetail,
  handler: ({ actor, params, body: closing }) => withdrawAuditRequest(actor, { ...params, closing }),
})
