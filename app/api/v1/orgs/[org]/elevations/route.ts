import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Elevation, ElevationRequest } from '@/lib/model/elevation'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listElevations } from '@/lib/services/list-elevations'
import { requestElevation } from '@/lib/services/request-elevation'

const params = z.object({ org: Slug })
const tag = 'Elevations'

export const GET = route({
  tag,
  summary: 'List requests for a higher role: one’s own, or everybody’s for whoever may read members',
  params,
  query: PageRequest,
  output: pageOf(Elevation),
  handler: ({ actor, params: { org }, query: page }) => listElevations(actor, { org, page }),
})

export const POST = route({
  tag,
  summary: 'Ask for a higher role for some hours',
  params,
  body: ElevationRequest,
  output: Elevation,
  status: 201,
  handler: ({ actor, params: { org }, body: request }) => requestElevation(actor, { org, request }),
})
