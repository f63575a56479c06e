import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { signingKeys } from '@/lib/db/repositories/signing-keys'
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

/** The public key a token names; `unauthenticated` when it was never ours or is retired. */
export async function verificationKey(kid: string): Promise<CryptoKey> {
  const row = await withoutTenant((tx) => signingKeys(tx).get(kid))
  if (!row) throw new AppError('unauthenticated', { reason: 'token names an unknown key' })
  return toKey(row.publicJwk as JWK)
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
