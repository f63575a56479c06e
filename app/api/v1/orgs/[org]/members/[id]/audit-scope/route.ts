import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Member } from '@/lib/model/member'
import { Slug } from '@/lib/model/slug'
import { openWholeOrganization } from '@/lib/services/open-whole-organization'

export const DELETE = route({
  tag: 'Audits',
  summary: 'Let an auditor see the whole organization; the grants that held them to less end',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Member,
  handler: ({ actor, params: { org, id } }) => openWholeOrganization(actor, { org, userId: id }),
})
