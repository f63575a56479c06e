import { importJWK } from 'jose'
import { currentPrivateKey } from '@/lib/db/keys/signing-key'
import { readWithoutTenant } from '@/lib/db/read-scope'
import { livePublicKey } from '@/lib/db/repositories/signing-keys'
import { withoutTenant } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'

export const ALGORITHM = 'ES256'

/** The key that signs access tokens now; made on first use. */
export const currentSigningKey = (): Promise<{ kid: string; key: CryptoKey }> =>
  withoutTenant((tx) => currentPrivateKey(tx, 'access-token'))

// A key's id is the thumbprint of its public half, so what was imported under it once stays right for good.
const imported = new Map<string, CryptoKey>()

/**
 * The public key a token names; `unauthenticated` when it was never ours or was retired before this process asked first.
 * Whether it is still in use is asked anew with every token, along with the organization.
 */
export async function verificationKey(kid: string): Promise<CryptoKey> {
  const known = imported.get(kid)
  if (known) return known
  const publicJwk = await readWithoutTenant((tx) => livePublicKey(tx, 'access-token', kid))
  if (!publicJwk) throw new AppError('unauthenticated', { reason: 'token names an unknown key' })
  const key = await importJWK(publicJwk, ALGORITHM)
  if (!(key instanceof CryptoKey)) throw new AppError('internal', { reason: 'signing key is not an EC key' })
  imported.set(kid, key)
  return key
}
