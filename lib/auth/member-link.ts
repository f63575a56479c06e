import { env } from '@/lib/env'
import type { Actor } from '@/lib/model/actor'
import type { OneTimeLink } from '@/lib/model/member'
import { allowSignInLink } from '@/lib/services/issue-sign-in-link'
import { issueSignInLink, SIGN_IN_LINK_MS } from './sign-in-link'

/**
 * A one-time link for a member, written down first and told to whoever asked, once. Throws as `allowSignInLink` does.
 */
export async function memberLink(
  actor: Actor,
  { org, userId }: { org: string; userId: string },
  now = new Date(),
): Promise<OneTimeLink> {
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_MS).toISOString()
  await allowSignInLink(actor, { org, userId, expiresAt })
  return { url: new URL(await issueSignInLink(userId, now), env().url).href, expiresAt }
}
