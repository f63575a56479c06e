import type { Jwk } from '@/lib/db/keys/signature'
import { publicKeys } from '@/lib/db/keys/signing-key'
import { readWithoutTenant } from '@/lib/db/read-scope'

/** A JSON Web Key Set (RFC 7517 section 5) as others verify our access tokens with it. */
export type KeySet = { keys: (Pick<Jwk, 'kty' | 'crv' | 'x' | 'y'> & { kid: string; alg: string; use: 'sig' })[] }

/** The public keys whose access tokens are believed now: the one that signs, and those replaced within the overlap. */
export async function listSigningKeys(now = new Date()): Promise<KeySet> {
  const all = await readWithoutTenant((tx) => publicKeys(tx, 'access-token'))
  const live = all.filter(({ retiredAt }) => retiredAt === null || retiredAt > now)
  return {
    keys: live.map(({ kid, alg, publicJwk: { kty, crv, x, y } }) => ({
      kty,
      crv,
      x,
      y,
      kid,
      alg,
      use: 'sig' as const,
    })),
  }
}
