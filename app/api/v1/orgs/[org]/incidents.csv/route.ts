import { z } from 'zod'
import { csvDownload } from '@/lib/http/csv-download'
import { route } from '@/lib/http/route'
import { IncidentFilter } from '@/lib/model/incident-filter'
import { Slug } from '@/lib/model/slug'
import { exportIncidents } from '@/lib/services/export-incidents'

export const GET = route({
  tag: 'Incidents',
  summary: 'Export incidents as CSV: every row the same filter lists',
  params: z.object({ org: Slug }),
  query: IncidentFilter,
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org }, query: filter }) =>
    csvDownload(await exportIncidents(actor, { org, filter }), `${org}-incidents.csv`),
})
