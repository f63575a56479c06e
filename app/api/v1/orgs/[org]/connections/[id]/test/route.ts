import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ConnectionView } from '@/lib/model/connection-view'
import { Slug } from '@/lib/model/slug'
import { testConnection } from '@/lib/services/test-connection'

export const POST = route({
  tag: 'Connections',
  summary: 'Ask a source each operation once and say which of them it refuses',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: ConnectionView,
  handler: ({ actor, params, request }) => testConnection(actor, { ...params, signal: request.signal }),
})
