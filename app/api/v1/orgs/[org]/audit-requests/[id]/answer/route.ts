import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestAnswer } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { answerAuditRequest } from '@/lib/services/answer-audit-request'

export const POST = route({
  tag: 'Audits',
  summary: 'Answer a request in words, with evidence the organization holds already',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RequestAnswer,
  output: AuditRequestDetail,
  handler: ({ actor, params, body: answer }) => answerAuditRequest(actor, { ...params, answer }),
})
