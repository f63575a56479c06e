import { z } from 'zod'
import { route } from '@/lib/http/route'
import { CustomFramework } from '@/lib/model/custom-framework'
import { Slug } from '@/lib/model/slug'
import { deleteCustomFramework } from '@/lib/services/delete-custom-framework'
import { getCustomFramework } from '@/lib/services/get-custom-framework'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Frameworks'

export const GET = route({
  tag,
  summary: 'Read a framework of the organization’s own, with its requirements and what they are mapped to',
  params,
  output: CustomFramework,
  handler: ({ actor, params: { org, id } }) => getCustomFramework(actor, { org, id }),
})

export const DELETE = route({
  tag,
  summary: 'Delete a framework of the organization’s own that no audit and no pack is about',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => deleteCustomFramework(actor, { org, id }),
})
