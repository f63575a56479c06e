import { type RevokedKey, revokeSigningKey } from '@/lib/db/keys/signing-key'
import { withoutTenant } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorizeEach } from './authorize'
import { requireOperator } from './require-operator'

const LONGEST_REASON = 500

/**
 * Lets nothing that a signing key ever signed be believed any more: packs it signed are refused, checkpoints it signed
 * hold no audit log, tokens it signed open nothing. A key that signs now is replaced by a new one. Written into every
 * organization's log, which gives each a head by a sound key. Throws forbidden unless the actor owns the machine,
 * not-found, conflict for a key revoked already, and invalid for a reason that is empty or longer than 500 characters.
 */
export async function revokeKey(actor: Actor, { kid, because }: { kid: string; because: string }): Promise<RevokedKey> {
  requireOperator(actor)
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON) {
    throw new AppError('invalid', {
      detail: 'Say why the key is revoked.',
      problems: [{ field: 'because', reason: `takes 1 to ${LONGEST_REASON} characters` }],
    })
  }
  const concerned = actor.memberships.length === 0 ? [] : await authorizeEach(actor, ['key:rotate'])
  const revoked = await withoutTenant((tx) => revokeSigningKey(tx, kid, reason))
  const { purpose, replacedBy } = revoked
  for (const { organizationId } of concerned) {
    await forOrganization(organizationId, ({ audit }) =>
      audit.append(actor, {
        action: 'signing-key.revoked',
        subject: kid,
        detail: { purpose, replacedBy, because: reason },
      }),
    )
  }
  return revoked
}
