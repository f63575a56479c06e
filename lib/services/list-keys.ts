import { type KeyUse, keySource, keyUsage } from '@/lib/db/keys/key-usage'
import { SIGNING_PURPOSES, type SigningPurpose } from '@/lib/db/keys/signature'
import { publicKeys } from '@/lib/db/keys/signing-key'
import { readWithoutTenant } from '@/lib/db/read-scope'
import type { Actor } from '@/lib/model/actor'
import { requireOperator } from './require-operator'

export type ListedSigningKey = {
  kid: string
  purpose: SigningPurpose
  createdAt: string
  replacedAt: string | null
  retiredAt: string | null
  revokedAt: string | null
  revokedFor: string | null
}

/** The installation's keys with what needs each, and the keys it signs with. Throws forbidden unless the actor owns the machine. */
export async function listKeys(
  actor: Actor,
): Promise<{ source: string; keys: KeyUse[]; signingKeys: ListedSigningKey[] }> {
  requireOperator(actor)
  const keys = await keyUsage(actor.memberships.map(({ organizationId }) => organizationId))
  const signingKeys = await Promise.all(
    SIGNING_PURPOSES.map(async (purpose) =>
      (await readWithoutTenant((tx) => publicKeys(tx, purpose))).map(
        ({ kid, createdAt, replacedAt, retiredAt, revokedAt, revokedFor }) => ({
          kid,
          purpose,
          createdAt: createdAt.toISOString(),
          replacedAt: replacedAt?.toISOString() ?? null,
          retiredAt: retiredAt?.toISOString() ?? null,
          revokedAt: revokedAt?.toISOString() ?? null,
          revokedFor,
        }),
      ),
    ),
  )
  return { source: keySource(), keys, signingKeys: signingKeys.flat() }
}
