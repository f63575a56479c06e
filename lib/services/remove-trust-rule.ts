import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** Trusts an issuer no longer: the rule goes, and every token that was issued under it ends. Throws not-found. */
export async function removeTrustRule(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const place = await authorize(actor, org, 'trust-rule:write')
  await forOrganization(place, async ({ trustRules, accessTokens, audit }) => {
    const before = await trustRules.get(parseId(id))
    await trustRules.remove(before.id)
    const endedTokens = await accessTokens.revokeOfRule(before.id, new Date())
    const detail = { name: before.name, issuer: before.issuer, endedTokens }
    await audit.append(actor, { action: 'trust-rule.removed', subject: before.id, detail, before })
  })
}
