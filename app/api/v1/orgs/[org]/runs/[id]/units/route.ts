import { z } from 'zod'
import { route } from '@/lib/http/route'
import { PageRequest, pageOf } from '@/lib/model/page'
import { RunUnit } from '@/lib/model/run'
import { UnitFilter } from '@/lib/model/run-filter'
import { Slug } from '@/lib/model/slug'
import { listRunUnits } from '@/lib/services/list-run-units'

export const GET = route({
  tag: 'Runs',
  summary: 'List the units of a run by account, region and service, each with what it read and could not read',
  params: z.object({ org: Slug, id: z.uuid() }),
  query: UnitFilter.extend(PageRequest.shape),
  output: pageOf(RunUnit),
  handler: ({ actor, params, query: { cursor, limit, ...filter } }) =>
    listRunUnits(actor, { ...params, filter, page: { cursor, limit } }),
})
