import { z } from 'zod'
import { route } from '@/lib/http/route'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Run } from '@/lib/model/run'
import { RunFilter } from '@/lib/model/run-filter'
import { Slug } from '@/lib/model/slug'
import { listRuns } from '@/lib/services/list-runs'

export const GET = route({
  tag: 'Runs',
  summary: 'List runs, newest first, narrowed to a connection or a state',
  params: z.object({ org: Slug }),
  query: RunFilter.extend(PageRequest.shape),
  output: pageOf(Run),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listRuns(actor, { org, filter, page: { cursor, limit } }),
})
