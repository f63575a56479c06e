import { passkeys } from '@/lib/db/repositories/passkeys'
import { withoutTenant } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import type { Passkey } from '@/lib/model/passkey'
import { authorizeSelf } from './authorize'
import { ownPerson } from './own-person'

/** The actor's own passkeys, oldest first. Throws forbidden for tokens. */
export async function listPasskeys(actor: Actor): Promise<Passkey[]> {
  await authorizeSelf(actor, 'self:read')
  const { userId } = ownPerson(actor)
  return withoutTenant((tx) => passkeys(tx).of(userId))
}
