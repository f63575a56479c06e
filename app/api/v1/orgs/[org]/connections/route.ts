import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ConnectionInput } from '@/lib/model/connection-input'
import { ConnectionView } from '@/lib/model/connection-view'
import { PageRequest, pageOf } from '@/lib/model/page'
import { ConnectionFilter } from '@/lib/model/run-filter'
import { Slug } from '@/lib/model/slug'
import { createConnection } from '@/lib/services/create-connection'
import { listConnections } from '@/lib/services/list-connections'

const params = z.object({ org: Slug })

export const GET = route({
  tag: 'Connections',
  summary: 'List the connections of an organization by name, each with its newest run',
  params,
  query: ConnectionFilter.extend(PageRequest.shape),
  output: pageOf(ConnectionView),
  handler: ({ actor, params: { org }, query: { cursor, limit, ...filter } }) =>
    listConnections(actor, { org, filter, page: { cursor, limit } }),
})

export const POST = route({
  tag: 'Connections',
  summary: 'Add a connection; an AWS role gets an external id that no other connection has',
  params,
  body: ConnectionInput,
  output: ConnectionView,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => createConnection(actor, { org, connection: body }),
})
