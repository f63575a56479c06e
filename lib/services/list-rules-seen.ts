import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { RulesSeen } from '@/lib/model/rule-mapping'
import { authorize } from './authorize'

/** Rules of other scanners that findings are of, unmapped ones first, with what each is mapped to and by whom. */
export async function listRulesSeen(actor: Actor, { org }: { org: string }): Promise<RulesSeen> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return forOrganization(organizationId, async ({ ruleMappings }) => ({ rules: await ruleMappings.seen() }))
}
