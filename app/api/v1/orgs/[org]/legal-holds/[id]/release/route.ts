import { z } from 'zod'
import { route } from '@/lib/http/route'
import { LegalHold, ReleaseInput } from '@/lib/model/legal-hold'
import { Slug } from '@/lib/model/slug'
import { releaseLegalHold } from '@/lib/services/release-legal-hold'

export const POST = route({
  tag: 'Retention',
  summary: 'Release a legal hold, with the reason; it stays listed',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: ReleaseInput,
  output: LegalHold,
  handler: ({ actor, params, body }) => releaseLegalHold(actor, { ...params, ...body }),
})
