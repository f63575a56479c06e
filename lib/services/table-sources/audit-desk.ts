import { auditRequestsTable } from '@/lib/evidence/tables/audit-requests'
import { AuditRequestFilter } from '@/lib/model/audit-request'
import { listAuditRequests } from '../list-audit-requests'
import { pagesOf } from '../pages-of'
import { tableSource } from './source'

const requests = tableSource({
  table: auditRequestsTable,
  permission: 'audit-request:read',
  filter: AuditRequestFilter,
  open: (actor, { org, filter, now }) => pagesOf((page) => listAuditRequests(actor, { org, filter, page, now })),
})

export const auditDeskSources = [requests]
