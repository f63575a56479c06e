import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Evidence, EvidenceLink } from '@/lib/model/evidence'
import { CapabilityId } from '@/lib/model/layer'
import { Slug } from '@/lib/model/slug'
import { linkEvidence } from '@/lib/services/link-evidence'

export const POST = route({
  tag: 'Evidence',
  summary: 'Add a link to an answer of a draft',
  params: z.object({ org: Slug, id: z.uuid(), capability: CapabilityId }),
  body: EvidenceLink,
  output: Evidence,
  status: 201,
  repeatable: true,
  handler: ({ actor, params, body }) => linkEvidence(actor, { ...params, link: body }),
})
