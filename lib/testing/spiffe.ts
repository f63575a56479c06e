import { issuerKey, signJwt } from './trusted-issuer'

type Svid = { subject: string; audience: readonly string[]; seconds?: number; now?: Date }

/**
 * A trust domain that mints JWT-SVIDs after the SPIFFE specification: ES256, the header members alg, kid and typ alone, the
 * claims sub, aud, exp and iat, and its keys in a bundle under the use `jwt-svid`.
 */
export async function trustDomain(name: string) {
  const key = await issuerKey(`${name}-1`)
  const x509 = { kty: 'EC', use: 'x509-svid', crv: 'P-256', x: key.publicJwk.x, y: key.publicJwk.y }
  return {
    name,
    key,
    bundle: { spiffe_sequence: 1, spiffe_refresh_hint: 300, keys: [x509, { ...key.publicJwk, use: 'jwt-svid' }] },
    /** The signing keys alone, as they are pasted into a trust rule. */
    jwks: { keys: [{ ...key.publicJwk, use: 'jwt-svid' }] },
    mint: ({ subject, audience, seconds = 300, now = new Date() }: Svid) => {
      const iat = Math.floor(now.getTime() / 1000)
      return signJwt(key, { sub: subject, aud: audience, exp: iat + seconds, iat })
    },
  }
}
