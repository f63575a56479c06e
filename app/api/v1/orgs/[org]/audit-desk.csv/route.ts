import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { auditScopeOf, ScopeQuery } from '@/lib/model/audit-desk'
import { Slug } from '@/lib/model/slug'
import { exportAuditDesk } from '@/lib/services/export-audit-desk'

export const GET = route({
  tag: 'Audits',
  summary: 'Export the desk over a period as CSV, one row a requirement and quarter; the export is logged',
  params: z.object({ org: Slug }),
  query: ScopeQuery,
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org }, query }) => {
    const pieces = await exportAuditDesk(actor, { org, scope: auditScopeOf(query) })
    return textDownload(pieces, `${org}-requirements.csv`, 'text/csv; charset=utf-8')
  },
})
