import { z } from 'zod'
import { csvDownload } from '@/lib/http/csv-download'
import { route } from '@/lib/http/route'
import { AuditFilter } from '@/lib/model/incident-filter'
import { Slug } from '@/lib/model/slug'
import { exportAudits } from '@/lib/services/export-audits'

export const GET = route({
  tag: 'Compliance audits',
  summary: 'Export compliance audits as CSV: every row the same filter lists',
  params: z.object({ org: Slug }),
  query: AuditFilter,
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org }, query: filter }) =>
    csvDownload(await exportAudits(actor, { org, filter }), `${org}-audits.csv`),
})
