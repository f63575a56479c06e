import { SIGNING_PURPOSES, type SigningPurpose } from '@/lib/db/keys/signature'
import { rotateSigningKey } from '@/lib/db/keys/signing-key'
import { currentKid } from '@/lib/db/repositories/signing-keys'
import { withoutTenant } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { authorizeEach } from './authorize'
import { requireOperator } from './require-operator'

export type RotatedSigningKey = { purpose: SigningPurpose; kid: string; replaced: string[] }

/**
 * Lets new keys sign for every purpose that has one; what the old ones signed is believed for an hour more (access
 * tokens) or for good (records). Written into every organization's log. Throws forbidden unless the actor owns the machine.
 */
export async function rotateSigningKeys(actor: Actor): Promise<RotatedSigningKey[]> {
  requireOperator(actor)
  const concerned = actor.memberships.length === 0 ? [] : await authorizeEach(actor, ['key:rotate'])
  const rotated: RotatedSigningKey[] = []
  for (const purpose of SIGNING_PURPOSES) {
    const one = await withoutTenant(async (tx) =>
      (await currentKid(tx, purpose)) === null ? null : rotateSigningKey(tx, purpose),
    )
    if (one) rotated.push({ purpose, ...one })
  }
  for (const { organizationId } of concerned) {
    await forOrganization(organizationId, async ({ audit }) => {
      for (const { kid, ...detail } of rotated) {
        await audit.append(actor, { action: 'signing-key.rotated', subject: kid, detail })
      }
    })
  }
  return rotated
}
