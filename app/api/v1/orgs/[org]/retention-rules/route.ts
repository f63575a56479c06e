import { z } from 'zod'
import { route } from '@/lib/http/route'
import { RetentionRule, RetentionRuleInput } from '@/lib/model/retention'
import { Slug } from '@/lib/model/slug'
import { listRetentionRules } from '@/lib/services/list-retention-rules'
import { putRetentionRule } from '@/lib/services/put-retention-rule'

const params = z.object({ org: Slug })
const output = z.object({ items: z.array(RetentionRule) })
const tag = 'Retention'

export const GET = route({
  tag,
  summary: 'List how long each kind of record is kept; one that is not listed is kept for good',
  params,
  output,
  handler: ({ actor, params }) => listRetentionRules(actor, params),
})

export const PUT = route({
  tag,
  summary: 'Say how long one kind of record is kept, or with null for good; this removes nothing',
  params,
  body: RetentionRuleInput,
  output,
  handler: ({ actor, params: { org }, body }) => putRetentionRule(actor, { org, rule: body }),
})
