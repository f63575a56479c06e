import { z } from 'zod'
import { csvDownload } from '@/lib/http/csv-download'
import { route } from '@/lib/http/route'
import { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { Slug } from '@/lib/model/slug'
import { exportAuditLogCsv } from '@/lib/services/export-audit-log'

export const GET = route({
  tag: 'Audit log',
  summary: 'Export the audit log as CSV: every entry the same filter lists, with its digests',
  params: z.object({ org: Slug }),
  query: AuditLogFilter,
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org }, query: filter }) =>
    csvDownload(await exportAuditLogCsv(actor, { org, filter }), `${org}-audit-log.csv`),
})
