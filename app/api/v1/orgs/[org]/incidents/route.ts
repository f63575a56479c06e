import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Incident } from '@/lib/model/incident'
import { IncidentFilter } from '@/lib/model/incident-filter'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listIncidents } from '@/lib/services/list-incidents'

export const GET = route({
  tag: 'Incidents',
  summary: 'List incidents, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest.extend(IncidentFilter.shape),
  output: pageOf(Incident),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listIncidents(actor, { org, filter, page: { cursor, limit } }),
})
