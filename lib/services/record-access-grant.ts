import type { NewAccessToken } from '@/lib/db/repositories/access-tokens'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; grant: Pick<NewAccessToken, 'id' | 'role' | 'issuedAt' | 'expiresAt'> }

/**
 * Lets a token hold that was signed for a machine, and writes down that it was handed out; the token itself is never
 * kept. Throws not-found, forbidden.
 */
export async function recordAccessGrant(actor: Actor, { org, grant }: Input): Promise<void> {
  const { id, role, issuedAt, expiresAt } = grant
  const here = await authorize(actor, org, 'member:write')
  await forOrganization(here, async ({ accessTokens, audit }) => {
    await accessTokens.add({ id, role, issuedAt, expiresAt, subject: `token:${id}`, trustRuleId: null })
    const detail = { role, expiresAt: expiresAt.toISOString() }
    await audit.append(actor, { action: 'token.issued', subject: id, detail })
  })
}
