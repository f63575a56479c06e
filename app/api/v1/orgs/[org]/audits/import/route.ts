import { z } from 'zod'
import { withCsvUpload } from '@/lib/http/csv-body'
import { importQuery } from '@/lib/http/import-query'
import { route } from '@/lib/http/route'
import { ImportReport } from '@/lib/model/import-batch'
import { AuditMap } from '@/lib/model/import-options'
import { Slug } from '@/lib/model/slug'
import { importAudits } from '@/lib/services/import-audits'

export const POST = route({
  tag: 'Imports',
  summary: 'Import compliance audits from a CSV file of at most 100 MiB; the same file twice changes nothing',
  params: z.object({ org: Slug }),
  query: importQuery(AuditMap),
  stream: 'text/csv',
  output: ImportReport,
  handler: ({ actor, params: { org }, query: { map, ...options }, request }) =>
    withCsvUpload(request, (chunks) => importAudits(actor, { org, map, options, chunks })),
})
