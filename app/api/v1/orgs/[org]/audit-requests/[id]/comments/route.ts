import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestRemark } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { commentAuditRequest } from '@/lib/services/comment-audit-request'

export const POST = route({
  tag: 'Audits',
  summary: 'Remark on a request, from whoever may ask or answer',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RequestRemark,
  output: AuditRequestDetail,
  handler: ({ actor, params, body: remark }) => commentAuditRequest(actor, { ...params, remark }),
})
