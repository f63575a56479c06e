import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingOwners } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { listFindingOwners } from '@/lib/services/list-finding-owners'

export const GET = route({
  tag: 'Findings',
  summary: 'Members who can be given findings, by name',
  params: z.object({ org: Slug }),
  output: FindingOwners,
  handler: ({ actor, params: { org } }) => listFindingOwners(actor, { org }),
})
