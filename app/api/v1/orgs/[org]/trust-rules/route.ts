import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { TrustRule, TrustRuleInput } from '@/lib/model/trust-rule'
import { addTrustRule } from '@/lib/services/add-trust-rule'
import { listTrustRules } from '@/lib/services/list-trust-rules'

const params = z.object({ org: Slug })

export const GET = route({
  tag: 'Machines',
  summary: 'List the issuers whose tokens the organization accepts',
  params,
  output: z.object({ items: z.array(TrustRule) }),
  handler: async ({ actor, params: { org } }) => ({ items: await listTrustRules(actor, { org }) }),
})

export const POST = route({
  tag: 'Machines',
  summary: 'Accept the tokens of an issuer, for subjects of one kind and up to one role',
  params,
  body: TrustRuleInput,
  output: TrustRule,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => addTrustRule(actor, { org, rule: body }),
})
