import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ConnectionHoldings } from '@/lib/model/connection-view'
import { Slug } from '@/lib/model/slug'
import { connectionHoldings } from '@/lib/services/connection-holdings'

export const GET = route({
  tag: 'Connections',
  summary: 'Count what would go with a connection if it were deleted',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: ConnectionHoldings,
  handler: ({ actor, params }) => connectionHoldings(actor, params),
})
