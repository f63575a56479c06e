import { z } from 'zod'
import { route } from '@/lib/http/route'
import { RuleMapping, RulesSeen } from '@/lib/model/rule-mapping'
import { Slug } from '@/lib/model/slug'
import { listRulesSeen } from '@/lib/services/list-rules-seen'
import { mapRule } from '@/lib/services/map-rule'

const params = z.object({ org: Slug })
const tag = 'Findings'

export const GET = route({
  tag,
  summary: 'Rules of other scanners that findings are of, and the capability each is mapped to',
  params,
  output: RulesSeen,
  handler: ({ actor, params: { org } }) => listRulesSeen(actor, { org }),
})

export const PUT = route({
  tag,
  summary: 'Map a rule of another scanner to a capability, or to none; its findings follow at once',
  params,
  body: RuleMapping,
  output: RuleMapping.extend({ findings: z.int() }),
  handler: ({ actor, params: { org }, body }) => mapRule(actor, { org, mapping: body }),
})
