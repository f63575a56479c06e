import { z } from 'zod'
import { route } from '@/lib/http/route'
import { PageRequest, pageOf } from '@/lib/model/page'
import { RunEvent } from '@/lib/model/run'
import { Slug } from '@/lib/model/slug'
import { listRunEvents } from '@/lib/services/list-run-events'

export const GET = route({
  tag: 'Runs',
  summary: 'Read the log of a run, oldest line first',
  params: z.object({ org: Slug, id: z.uuid() }),
  query: PageRequest,
  output: pageOf(RunEvent),
  handler: ({ actor, params, query: page }) => listRunEvents(actor, { ...params, page }),
})
