import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Elevation } from '@/lib/model/elevation'
import { Slug } from '@/lib/model/slug'
import { endElevation } from '@/lib/services/end-elevation'

export const POST = route({
  tag: 'Elevations',
  summary: 'End a higher role before its time, or withdraw one’s own request',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Elevation,
  handler: ({ actor, params: { org, id } }) => endElevation(actor, { org, id }),
})
