/** What a signing key is for. A key of one purpose never verifies for another. */
export type SigningPurpose = 'access-token' | 'audit' | 'evidence'
export const SIGNING_PURPOSES: readonly SigningPurpose[] = ['access-token', 'audit', 'evidence']

/** A key in JSON (RFC 7517), of the two kinds that are used here; `d` is in private halves alone. */
export type Jwk = { kty: string; crv: string; x: string; y?: string; d?: string }

type Scheme = {
  /** The JOSE name (RFC 7518 section 3.4, RFC 8037 section 3.1). */
  alg: 'ES256' | 'EdDSA'
  key: { name: string; namedCurve?: string }
  sign: { name: string; hash?: string }
}

const ES256: Scheme = {
  alg: 'ES256',
  key: { name: 'ECDSA', namedCurve: 'P-256' },
  sign: { name: 'ECDSA', hash: 'SHA-256' },
}
const ED25519: Scheme = { alg: 'EdDSA', key: { name: 'Ed25519' }, sign: { name: 'Ed25519' } }

const SCHEMES: Record<SigningPurpose, Scheme> = { 'access-token': ES256, audit: ED25519, evidence: ED25519 }

/** The JOSE algorithm that keys of a purpose sign with; there is one each, so none is ever taken from a message. */
export const algorithmOf = (purpose: SigningPurpose): 'ES256' | 'EdDSA' => SCHEMES[purpose].alg

/** A fresh pair as JWKs. */
export async function freshPair(purpose: SigningPurpose): Promise<{ publicJwk: Jwk; privateJwk: Jwk }> {
  const pair = await crypto.subtle.generateKey(SCHEMES[purpose].key, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('a signing key is a pair')
  const { kty = '', crv = '', x = '', y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const publicJwk = { kty, crv, x, ...(y ? { y } : {}) }
  return { publicJwk, privateJwk: { ...publicJwk, d } }
}

/** A half of a pair, usable for what that half does and not extractable. */
export const importHalf = (purpose: SigningPurpose, jwk: Jwk, use: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', jwk, SCHEMES[purpose].key, use === 'verify', [use])

/** The signature of `bytes`: r and s for ES256, 64 bytes for Ed25519 (RFC 8032). */
export const signWith = async (purpose: SigningPurpose, key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(SCHEMES[purpose].sign, key, Buffer.from(bytes)))

export const verifyWith = (
  purpose: SigningPurpose,
  key: CryptoKey,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => crypto.subtle.verify(SCHEMES[purpose].sign, key, Buffer.from(signature), Buffer.from(bytes))
