import { compactVerify } from 'jose'
import { z } from 'zod'
import type { TokenFault } from '@/lib/access/token-faults'
import type { TrustRule } from '@/lib/model/trust-rule'
import type { JwtText } from './jwt-text'
import { SVID_HEADER, trustDomainOf } from './spiffe'
import { matchesSubject } from './subject-match'
import { algorithmsOf, type ForeignJwk, importForeign } from './verification-jwk'

export type TrustedToken = { subject: string; expiresAt: Date }

const SKEW = 60
const LONGEST_LIFE = 24 * 3600

const Header = z.object({ alg: z.string(), kid: z.string().min(1).max(512), typ: z.string().optional() })
/** They name keys, tell how to read the rest, or demand what is not understood: a key comes from the issuer alone. */
const REFUSED = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc', 'cty', 'epk']
const TYPES = { oidc: ['jwt'], spiffe: ['jwt', 'jose'] }

const Claims = z.object({
  iss: z.string().optional(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string()).min(1).max(100)]),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
})

/** What the token says of its key, or why it may say no such thing. */
export function headerOf({ header }: JwtText, { kind }: TrustRule): { alg: string; kid: string } | TokenFault {
  const parsed = Header.safeParse(header)
  if (!parsed.success) return 'header-refused'
  const { alg, kid, typ } = parsed.data
  if (REFUSED.some((name) => Object.hasOwn(header, name))) return 'header-refused'
  if (kind === 'spiffe' && Object.keys(header).some((name) => !SVID_HEADER.has(name))) return 'header-refused'
  if (typ !== undefined && !TYPES[kind].includes(typ.toLowerCase())) return 'header-refused'
  return { alg, kid }
}

/** Null when the key signed the token with an algorithm that fits it, else what is wrong. */
export async function signatureFault(token: string, alg: string, jwk: ForeignJwk): Promise<TokenFault | null> {
  if (!algorithmsOf(jwk).includes(alg)) return 'algorithm-refused'
  try {
    await compactVerify(token, await importForeign(jwk, alg), { algorithms: [alg] })
    return null
  } catch {
    return 'signature-wrong'
  }
}

/**
 * What the claims of a token with a right signature amount to under a rule: issuer or trust domain, audience, dates with
 * 60 s for clocks that differ, a life of at most a day, and the subject (RFC 7519 §4.1, SPIFFE JWT-SVID §3).
 */
export function trustedClaims({ payload }: JwtText, rule: TrustRule, now: Date): TrustedToken | TokenFault {
  const parsed = Claims.safeParse(payload)
  if (!parsed.success) return 'claims-malformed'
  const { iss, sub, aud, exp, nbf, iat } = parsed.data
  const at = now.getTime() / 1000
  if ((rule.kind === 'spiffe' ? trustDomainOf(sub) : iss) !== rule.issuer) return 'issuer-wrong'
  if (![aud].flat().includes(rule.audience)) return 'audience-wrong'
  if (exp <= at - SKEW) return 'expired'
  if ((nbf ?? at) > at + SKEW || (iat ?? at) > at + SKEW) return 'not-yet-valid'
  if (exp - (iat ?? nbf ?? at) > LONGEST_LIFE) return 'lives-too-long'
  if (!matchesSubject(rule.subjectPattern, sub)) return 'subject-wrong'
  return { subject: sub, expiresAt: new Date(exp * 1000) }
}
