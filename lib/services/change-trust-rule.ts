import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { TrustRule, TrustRuleInput } from '@/lib/model/trust-rule'
import { authorize } from './authorize'
import { requireReachableIssuer } from './reachable-issuer'

type Input = { org: string; id: string; rule: TrustRuleInput }

/** Replaces a rule; tokens that were issued under what it said before end. Throws not-found, conflict, invalid. */
export async function changeTrustRule(actor: Actor, { org, id, rule }: Input): Promise<TrustRule> {
  const place = await authorize(actor, org, 'trust-rule:write')
  requireReachableIssuer(rule)
  return forOrganization(place, async ({ trustRules, accessTokens, audit }) => {
    const before = await trustRules.get(parseId(id))
    const after = await trustRules.update(before.id, rule)
    const endedTokens = await accessTokens.revokeOfRule(before.id, new Date())
    const { name, issuer, audience, subjectPattern, role } = after
    const detail = { name, issuer, audience, subjectPattern, role, endedTokens }
    await audit.append(actor, { action: 'trust-rule.changed', subject: after.id, detail, before, after })
    return after
  })
}
