import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Elevation } from '@/lib/model/elevation'
import { Slug } from '@/lib/model/slug'
import { getElevation } from '@/lib/services/get-elevation'

export const GET = route({
  tag: 'Elevations',
  summary: 'Read a request for a higher role',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Elevation,
  handler: ({ actor, params: { org, id } }) => getElevation(actor, { org, id }),
})
