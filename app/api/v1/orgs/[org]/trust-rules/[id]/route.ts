import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { TrustRule, TrustRuleInput } from '@/lib/model/trust-rule'
import { changeTrustRule } from '@/lib/services/change-trust-rule'
import { removeTrustRule } from '@/lib/services/remove-trust-rule'

const params = z.object({ org: Slug, id: z.uuid() })

export const PUT = route({
  tag: 'Machines',
  summary: 'Replace a trust rule; the access tokens issued under it end',
  params,
  body: TrustRuleInput,
  output: TrustRule,
  handler: ({ actor, params: { org, id }, body }) => changeTrustRule(actor, { org, id, rule: body }),
})

export const DELETE = route({
  tag: 'Machines',
  summary: 'Remove a trust rule; the access tokens issued under it end',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => removeTrustRule(actor, { org, id }),
})
