import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Elevation } from '@/lib/model/elevation'
import { Slug } from '@/lib/model/slug'
import { decideElevation } from '@/lib/services/decide-elevation'

export const POST = route({
  tag: 'Elevations',
  summary: 'Approve a request for a higher role; not one’s own',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Elevation,
  handler: ({ actor, params: { org, id } }) => decideElevation(actor, { org, id, answer: 'approve' }),
})
