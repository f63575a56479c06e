import { z } from 'zod'
import { withCsvUpload } from '@/lib/http/csv-body'
import { importQuery } from '@/lib/http/import-query'
import { route } from '@/lib/http/route'
import { ImportReport } from '@/lib/model/import-batch'
import { IncidentMap } from '@/lib/model/import-options'
import { Slug } from '@/lib/model/slug'
import { importIncidents } from '@/lib/services/import-incidents'

export const POST = route({
  tag: 'Imports',
  summary: 'Import incidents from a CSV file of at most 100 MiB; the same file twice changes nothing',
  params: z.object({ org: Slug }),
  query: importQuery(IncidentMap),
  stream: 'text/csv',
  output: ImportReport,
  handler: ({ actor, params: { org }, query: { map, ...options }, request }) =>
    withCsvUpload(request, (chunks) => importIncidents(actor, { org, map, options, chunks })),
})
