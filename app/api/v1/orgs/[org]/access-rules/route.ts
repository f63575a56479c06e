import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AccessRules } from '@/lib/model/access-rules'
import { Slug } from '@/lib/model/slug'
import { getAccessRules } from '@/lib/services/get-access-rules'
import { putAccessRules } from '@/lib/services/put-access-rules'

const params = z.object({ org: Slug })
const tag = 'Access'

export const GET = route({
  tag,
  summary: 'Read what the organization asks of everybody who enters it',
  params,
  output: AccessRules,
  handler: ({ actor, params: { org } }) => getAccessRules(actor, { org }),
})

export const PUT = route({
  tag,
  summary: 'Replace what the organization asks of everybody who enters it; a rule that would lock you out is refused',
  params,
  body: AccessRules,
  output: AccessRules,
  handler: ({ actor, params: { org }, body }) => putAccessRules(actor, { org, rules: body }),
})
