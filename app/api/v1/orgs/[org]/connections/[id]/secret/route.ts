import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ConnectionSecret } from '@/lib/model/connection-secret'
import { ConnectionView } from '@/lib/model/connection-view'
import { Slug } from '@/lib/model/slug'
import { setConnectionSecret } from '@/lib/services/set-connection-secret'

const params = z.object({ org: Slug, id: z.uuid() })

export const PUT = route({
  tag: 'Connections',
  summary: 'Set the credentials of a connection; they are sealed and never shown again',
  params,
  body: ConnectionSecret,
  output: ConnectionView,
  handler: ({ actor, params, body }) => setConnectionSecret(actor, { ...params, secret: body }),
})

export const DELETE = route({
  tag: 'Connections',
  summary: 'Forget the credentials of a connection',
  params,
  output: ConnectionView,
  handler: ({ actor, params }) => setConnectionSecret(actor, { ...params, secret: null }),
})
