import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Evidence } from '@/lib/model/evidence'
import { Slug } from '@/lib/model/slug'
import { deleteEvidence } from '@/lib/services/delete-evidence'
import { getEvidence } from '@/lib/services/get-evidence'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Evidence'

export const GET = route({
  tag,
  summary: 'Read what is known of a piece of evidence',
  params,
  output: Evidence,
  handler: ({ actor, params }) => getEvidence(actor, params),
})

export const DELETE = route({
  tag,
  summary: 'Take evidence off an answer of a draft',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params }) => deleteEvidence(actor, params),
})
