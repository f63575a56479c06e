import { importJWK } from 'jose'
import { z } from 'zod'

/** A public key of somebody else's (RFC 7517), with the members that are looked at. */
export const ForeignJwk = z.object({
  kty: z.string(),
  kid: z.string().min(1).max(512),
  use: z.string().optional(),
  alg: z.string().optional(),
  key_ops: z.array(z.string()).optional(),
  crv: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
})
export type ForeignJwk = z.infer<typeof ForeignJwk>

const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
const CURVES: Readonly<Record<string, readonly string[]>> = {
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  'P-521': ['ES512'],
  Ed25519: ['EdDSA'],
}
const USES = new Set([undefined, 'sig', 'jwt-svid'])
/** NIST SP 800-131A: shorter moduli must not be relied on. */
const LEAST_RSA_BITS = 2048

/**
 * The algorithms a key may have signed with: they follow from the key, never from the token alone (RFC 8725 §3.1), so a
 * public key is never taken for a shared secret. Empty for keys that are for something else, and for kinds not known.
 */
export function algorithmsOf({ kty, crv = '', alg, use, key_ops: operations, n = '' }: ForeignJwk): readonly string[] {
  if (!USES.has(use) || (operations && !operations.includes('verify'))) return []
  if (kty === 'RSA' && Buffer.from(n, 'base64url').length * 8 < LEAST_RSA_BITS) return []
  const known = kty === 'RSA' ? RSA : kty === 'EC' || kty === 'OKP' ? (CURVES[crv] ?? []) : []
  return known.filter((name) => alg === undefined || alg === name)
}

/** The key as one that verifies with this algorithm, made of its public members alone. Throws for one that is malformed. */
export function importForeign({ kty, crv, n, e, x, y }: ForeignJwk, alg: string): Promise<CryptoKey | Uint8Array> {
  const all = { crv, n, e, x, y }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return importJWK({ kty, ...given }, alg)
}
