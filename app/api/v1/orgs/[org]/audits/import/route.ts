import { z } from 'zod'
import { withAuditUpload } from '@/lib/http/csv-body'
import { openImportQuery } from '@/lib/http/import-query'
import { route } from '@/lib/http/route'
import { ImportReport } from '@/lib/model/import-batch'
import { AuditMap, OSCAL_SOURCE } from '@/lib/model/import-options'
import { Slug } from '@/lib/model/slug'
import { importAudits } from '@/lib/services/import-audits'

export const POST = route({
  tag: 'Imports',
  summary:
    'Import compliance audits from CSV (at most 100 MiB) or OSCAL assessment results; the same file twice changes nothing',
  params: z.object({ org: Slug }),
  query: openImportQuery(AuditMap),
  stream: 'text/csv',
  output: ImportReport,
  handler: ({ actor, params: { org }, query: { map, source = OSCAL_SOURCE, ...rest }, request }) =>
    withAuditUpload(request, (chunks) => importAudits(actor, { org, map, options: { ...rest, source }, chunks })),
})
