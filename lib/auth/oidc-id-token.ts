import { type JWTPayload, jwtVerify } from 'jose'
import type { OidcIssuer } from './oidc-discovery'

/** What is read from a provider: anything may be in there. */
export type Claims = JWTPayload & Readonly<Record<string, unknown>>

type Expected = {
  clientId: string
  /** What this very browser was given when it set out. */
  nonce: string
  now?: Date
}

/** A signature that everybody can check and nobody else can make: never `none`, never a shared secret. */
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const SKEW_SECONDS = 60
const LONGEST_SUBJECT = 255

/**
 * The claims of an ID token after every check of OpenID Connect Core 1.0 §3.1.3.7: signature by a key of the issuer with
 * an algorithm it announced, issuer, audience, authorized party, dates and nonce. Throws, saying what is wrong.
 */
export async function verifyIdToken(
  text: string,
  { metadata, keys }: OidcIssuer,
  { clientId, nonce, now = new Date() }: Expected,
): Promise<Claims> {
  const announced = metadata.id_token_signing_alg_values_supported
  const { payload } = await jwtVerify(text, keys, {
    issuer: metadata.issuer,
    audience: clientId,
    algorithms: ASYMMETRIC.filter((alg) => announced.includes(alg)),
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    clockTolerance: SKEW_SECONDS,
    currentDate: now,
  })
  const { sub, aud, azp, iat = 0, nonce: told } = payload
  if (told !== nonce) throw new Error('the nonce is not the one that was sent')
  if (typeof sub !== 'string' || sub === '' || sub.length > LONGEST_SUBJECT) throw new Error('the subject is no name')
  if (azp !== undefined && azp !== clientId) throw new Error('the token was issued to another client')
  if (Array.isArray(aud) && aud.length > 1 && azp === undefined) throw new Error('the token has several audiences')
  if (iat > now.getTime() / 1000 + SKEW_SECONDS) throw new Error('the token is from the future')
  provenAt(payload, now)
  return payload
}

/**
 * When the person proved who they are (`auth_time`), never later than now; null when the provider does not say, because
 * the token's own date tells only when it was made. Throws when it lies in the future.
 */
export function provenAt({ auth_time: seconds }: Claims, now = new Date()): Date | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return null
  if (seconds > now.getTime() / 1000 + SKEW_SECONDS) throw new Error('auth_time is in the future')
  return new Date(Math.min(seconds * 1000, now.getTime()))
}
