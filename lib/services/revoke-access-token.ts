import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** Ends an access token with the next request it makes. Throws not-found for one that does not hold. */
export async function revokeAccessToken(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const place = await authorize(actor, org, 'session:revoke')
  await forOrganization(place, async ({ accessTokens, audit }) => {
    const token = parseId(id)
    const subject = await accessTokens.revoke(token, new Date())
    if (subject === null) throw new AppError('not-found')
    await audit.append(actor, { action: 'token.revoked', subject: token, detail: { machine: subject } })
  })
}
