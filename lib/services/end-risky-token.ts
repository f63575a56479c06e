import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'

/** Ends the access token that lost all trust, and says so in its organization's log, once. */
export async function endRiskyToken(
  actor: Actor,
  id: string,
  organizationIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const organizationId of organizationIds) {
    await forOrganization(organizationId, async ({ accessTokens, audit }) => {
      if ((await accessTokens.revoke(id, now)) === null) return
      const { risk, address } = actor.context
      await audit.append(actor, { action: 'token.revoked-for-risk', subject: id, detail: { risk, address } })
    })
  }
}
