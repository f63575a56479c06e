import { forOrganization } from '@/lib/db/store'
import type { Actor, Role } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = {
  org: string
  kind: 'token' | 'sign-in-link'
  role: Role
  expiresAt: string
  /** Whom a link signs in; null for a token, which speaks for a machine. */
  userId: string | null
}

/** Writes down that access to an organization was handed out; the secret itself is never kept. Throws not-found, forbidden. */
export async function recordAccessGrant(actor: Actor, { org, kind, ...detail }: Input): Promise<void> {
  const admitted = await authorize(actor, org, 'organization:update')
  await forOrganization(admitted, ({ audit }) =>
    audit.append(actor, { action: `${kind}.issued`, subject: detail.userId ?? admitted.organizationId, detail }),
  )
}
