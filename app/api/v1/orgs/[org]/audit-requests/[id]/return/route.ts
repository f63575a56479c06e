import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestRemark } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { returnAuditRequest } from '@/lib/services/close-audit-request'

export const POST = route({
  tag: 'Audits',
  summary: 'Return what was answered and say why; the request is open again',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RequestRemark,
  output: AuditRequestDetail,
  handler: ({ actor, params, body: remark }) => returnAuditRequest(actor, { ...params, remark }),
})
