import { isOwnSigningKey } from '@/lib/db/keys/own-signing-key'
import { type PublicSigningKey, publicKeys } from '@/lib/db/keys/signing-key'
import { readWithoutTenant } from '@/lib/db/read-scope'
import type { PublishedKey, PublishedKeys } from '@/lib/model/signed-statement'

const PURPOSES = ['evidence', 'audit'] as const

/**
 * The history of the keys that sign packs and audit logs, oldest first, as it is published: public halves, when each held
 * and whether it was revoked. Only keys this installation made, so that nobody adds one by writing to the database.
 */
export const publishKeys = (): Promise<PublishedKeys> =>
  readWithoutTenant(async (tx) => {
    const keys: PublishedKey[] = []
    for (const purpose of PURPOSES) {
      for (const key of await publicKeys(tx, purpose)) {
        if (await isOwnSigningKey(tx, key.kid)) keys.push(published(purpose, key))
      }
    }
    return { format: 'proofline-keys/1', keys }
  })

const published = (purpose: PublishedKey['purpose'], key: PublicSigningKey): PublishedKey => ({
  kid: key.kid,
  jwk: { kty: 'OKP', crv: 'Ed25519', x: key.publicJwk.x },
  purpose,
  validFrom: key.createdAt.toISOString(),
  replacedAt: key.replacedAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
  revokedFor: key.revokedFor,
})
