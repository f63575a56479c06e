import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { Slug } from '@/lib/model/slug'
import { exportAuditLogOcsf } from '@/lib/services/export-audit-log'

export const GET = route({
  tag: 'Audit log',
  summary: 'Export the audit log as a JSON array of OCSF 1.8.0 events of class API Activity',
  params: z.object({ org: Slug }),
  query: AuditLogFilter,
  download: 'application/json',
  output: z.void(),
  handler: async ({ actor, params: { org }, query: filter }) =>
    textDownload(await exportAuditLogOcsf(actor, { org, filter }), `${org}-audit-log.ocsf.json`, 'application/json'),
})
