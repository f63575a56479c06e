import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ConnectionChange } from '@/lib/model/connection-input'
import { ConnectionHoldings, ConnectionView } from '@/lib/model/connection-view'
import { Slug } from '@/lib/model/slug'
import { changeConnection } from '@/lib/services/change-connection'
import { deleteConnection } from '@/lib/services/delete-connection'
import { getConnection } from '@/lib/services/get-connection'

const params = z.object({ org: Slug, id: z.uuid() })

export const GET = route({
  tag: 'Connections',
  summary: 'Read a connection; of its credentials, whether it has any',
  params,
  output: ConnectionView,
  handler: ({ actor, params }) => getConnection(actor, params),
})

export const PATCH = route({
  tag: 'Connections',
  summary: 'Change a connection, pause it or let it go on',
  params,
  body: ConnectionChange,
  output: ConnectionView,
  handler: ({ actor, params, body }) => changeConnection(actor, { ...params, change: body }),
})

export const DELETE = route({
  tag: 'Connections',
  summary: 'Delete a connection with its runs, snapshots and findings; says how many went',
  params,
  output: ConnectionHoldings,
  handler: ({ actor, params }) => deleteConnection(actor, params),
})
