import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditRequest, AuditRequestDetail, AuditRequestFilter, AuditRequestInput } from '@/lib/model/audit-request'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { askAuditRequest } from '@/lib/services/ask-audit-request'
import { listAuditRequests } from '@/lib/services/list-audit-requests'

const params = z.object({ org: Slug })
const tag = 'Audits'

export const GET = route({
  tag,
  summary: 'List what auditors asked for, newest first',
  params,
  query: AuditRequestFilter.extend(PageRequest.shape),
  output: pageOf(AuditRequest),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listAuditRequests(actor, { org, filter, page: { cursor, limit } }),
})

export const POST = route({
  tag,
  summary: 'Ask the team for something about a framework or one of its requirements',
  params,
  body: AuditRequestInput,
  output: AuditRequestDetail,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body: request }) => askAuditRequest(actor, { org, request }),
})
