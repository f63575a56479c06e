import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditEntry } from '@/lib/model/audit-entry'
import { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listAuditLog } from '@/lib/services/list-audit-log'

export const GET = route({
  tag: 'Audit log',
  summary: 'List the entries of the audit log, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest.extend(AuditLogFilter.shape),
  output: pageOf(AuditEntry),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listAuditLog(actor, { org, filter, page: { cursor, limit } }),
})
