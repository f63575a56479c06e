import { forOrganization } from '@/lib/db/store'
import type { Actor, Role } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; role: Role; expiresAt: string }

/** Writes down that a machine's token was handed out; the token itself is never kept. Throws not-found, forbidden. */
export async function recordAccessGrant(actor: Actor, { org, ...detail }: Input): Promise<void> {
  const here = await authorize(actor, org, 'member:write')
  await forOrganization(here, ({ audit }) =>
    audit.append(actor, { action: 'token.issued', subject: here.organizationId, detail }),
  )
}
