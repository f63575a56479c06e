import { z } from 'zod'
import { route } from '@/lib/http/route'
import { LegalHold, LegalHoldInput } from '@/lib/model/legal-hold'
import { Slug } from '@/lib/model/slug'
import { listLegalHolds } from '@/lib/services/list-legal-holds'
import { placeLegalHold } from '@/lib/services/place-legal-hold'

const params = z.object({ org: Slug })
const tag = 'Retention'

export const GET = route({
  tag,
  summary: 'List every legal hold there ever was, those that stand first',
  params,
  output: z.object({ items: z.array(LegalHold) }),
  handler: ({ actor, params }) => listLegalHolds(actor, params),
})

export const POST = route({
  tag,
  summary: 'Place a legal hold: from now on nothing it covers is removed, by rule or by hand',
  params,
  body: LegalHoldInput,
  output: LegalHold,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => placeLegalHold(actor, { org, hold: body }),
})
