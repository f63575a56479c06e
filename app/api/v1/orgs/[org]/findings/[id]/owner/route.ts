import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingDetail } from '@/lib/model/finding'
import { AssignInput } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { assignFinding } from '@/lib/services/assign-finding'

export const PUT = route({
  tag: 'Findings',
  summary: 'Give a finding to a member, or to nobody',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: AssignInput,
  output: FindingDetail,
  handler: ({ actor, params, body: assign }) => assignFinding(actor, { ...params, assign }),
})
