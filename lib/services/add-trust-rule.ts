import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { TrustRule, TrustRuleInput } from '@/lib/model/trust-rule'
import { authorize } from './authorize'
import { requireReachableIssuer } from './reachable-issuer'

type Input = { org: string; rule: TrustRuleInput }

/** Trusts an issuer's tokens from now on. Throws conflict when the name is taken, invalid for an address never asked. */
export async function addTrustRule(actor: Actor, { org, rule }: Input): Promise<TrustRule> {
  const place = await authorize(actor, org, 'trust-rule:write')
  requireReachableIssuer(rule)
  return forOrganization(place, async ({ trustRules, audit }) => {
    const after = await trustRules.create(rule, new Date())
    const { name, issuer, audience, subjectPattern, role } = after
    const detail = { name, issuer, audience, subjectPattern, role }
    await audit.append(actor, { action: 'trust-rule.added', subject: after.id, detail, after })
    return after
  })
}
