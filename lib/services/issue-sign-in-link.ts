import { memberRepository } from '@/lib/db/repositories/members'
import { found } from '@/lib/db/scope'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { appendEverywhere } from './append-everywhere'
import { authorizeAccount } from './authorize-account'
import { requireSomebodyElse } from './member-rules'

type Input = { org: string; userId: string; expiresAt: string }

/**
 * Allows a one-time link for a member and writes it down before there is one, in every organization the link leads to.
 * The caller makes the link. Throws not-found, forbidden (for oneself, and for people of organizations the actor does
 * not administer), step-up.
 */
export async function allowSignInLink(actor: Actor, { org, userId, expiresAt }: Input): Promise<void> {
  const places = await authorizeAccount(actor, { org, userId, permission: 'sign-in-link:issue' })
  requireSomebodyElse(actor, parseId(userId), 'issues a sign-in link for')
  const { organizationId } = found(places[0])
  await appendEverywhere(actor, places, async (tx) => {
    const { email } = await memberRepository(tx, organizationId).hold(userId)
    return {
      result: undefined,
      event: { action: 'sign-in-link.issued', subject: userId, detail: { email, expiresAt } },
    }
  })
}
