import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { readWithoutTenant } from '@/lib/db/read-scope'
import { livePublicKey, signingKeys } from '@/lib/db/repositories/signing-keys'
import { withoutTenant } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'
import { seal, unseal } from './seal'

const PURPOSE = 'signing-key'
export const ALGORITHM = 'ES256'

/** The key that signs now; made on first use. */
export async function currentSigningKey(): Promise<{ kid: string; key: CryptoKey }> {
  const row = await withoutTenant(async (tx) => {
    const keys = signingKeys(tx)
    return (await keys.current()) ?? (await keys.add(await freshKey()))
  })
  return { kid: row.kid, key: await toKey(JSON.parse(unseal(PURPOSE, row.sealedPrivate))) }
}

// A key's id is the thumbprint of its public half, so what was imported under it once stays right for good.
const imported = new Map<string, CryptoKey>()

/**
 * The public key a token names; `unauthenticated` when it was never ours or was retired before this process asked first.
 * Whether it is still in use is asked anew with every token, along with the organization.
 */
export async function verificationKey(kid: string): Promise<CryptoKey> {
  const known = imported.get(kid)
  if (known) return known
  const publicJwk = await readWithoutTenant((tx) => livePublicKey(tx, kid))
  if (!publicJwk) throw new AppError('unauthenticated', { reason: 'token names an unknown key' })
  const key = await toKey(publicJwk)
  imported.set(kid, key)
  return key
}

async function freshKey() {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const sealedPrivate = seal(PURPOSE, JSON.stringify(await exportJWK(privateKey)))
  return { kid: await calculateJwkThumbprint(publicJwk), publicJwk, sealedPrivate }
}

async function toKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (!(key instanceof CryptoKey)) throw new AppError('internal', { reason: 'signing key is not an EC key' })
  return key
}
