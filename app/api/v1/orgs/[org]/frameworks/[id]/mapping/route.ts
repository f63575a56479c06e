import { z } from 'zod'
import { route } from '@/lib/http/route'
import { CustomMappingChange } from '@/lib/model/custom-mapping-change'
import { Requirement } from '@/lib/model/requirement'
import { Slug } from '@/lib/model/slug'
import { mapCustomRequirement } from '@/lib/services/map-custom-requirement'

export const PUT = route({
  tag: 'Frameworks',
  summary: 'Say to which capabilities a requirement of the organization’s own framework speaks',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: CustomMappingChange,
  output: Requirement,
  handler: ({ actor, params: { org, id }, body }) => mapCustomRequirement(actor, { org, id, change: body }),
})
