import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingFilter } from '@/lib/model/finding-filter'
import { ResourceView } from '@/lib/model/resource-view'
import { Slug } from '@/lib/model/slug'
import { getResource } from '@/lib/services/get-resource'

export const GET = route({
  tag: 'Findings',
  summary: 'A resource with its findings and its facts in the newest snapshots',
  params: z.object({ org: Slug }),
  query: z.object({ id: FindingFilter.shape.resource.unwrap() }),
  output: ResourceView,
  handler: ({ actor, params: { org }, query: { id } }) => getResource(actor, { org, id }),
})
