import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import { guardedFetch } from '@/lib/sources/outbound/guarded-fetch'

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
})
type Metadata = z.infer<typeof Metadata>

/** A provider as it describes itself, and the public keys it signs with. */
export type OidcIssuer = { metadata: Metadata; keys: JWTVerifyGetKey }

const FRESH_MS = 10 * 60_000
const known = new Map<string, { at: number; issuer: Promise<OidcIssuer> }>()

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0 §4), kept for ten minutes. Throws `invalid` when it may not
 * be reached or describes another issuer, and `unavailable` when it gives no usable answer.
 */
export function discover(issuer: string, now = Date.now()): Promise<OidcIssuer> {
  const kept = known.get(issuer)
  if (kept && now - kept.at < FRESH_MS) return kept.issuer
  const asked = read(issuer)
  known.set(issuer, { at: now, issuer: asked })
  // Whoever comes next asks again; a failure is nothing to keep.
  asked.catch(() => known.get(issuer)?.issuer === asked && known.delete(issuer))
  return asked
}

async function read(issuer: string): Promise<OidcIssuer> {
  const answer = await guardedFetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const parsed = Metadata.safeParse(await answer.json().catch(() => null))
  if (answer.status !== 200 || !parsed.success) {
    throw new AppError('unavailable', { detail: `${issuer} does not describe itself as an OpenID provider.` })
  }
  const metadata = parsed.data
  // §4.3: to the letter; otherwise one provider could speak for another.
  if (metadata.issuer !== issuer)
    throw new AppError('invalid', { detail: `${issuer} calls itself ${metadata.issuer}.` })
  requireSafeEndpoints(metadata)
  return { metadata, keys: keysAt(metadata.jwks_uri) }
}

/** What an issuer without TLS may be was decided by the operator, for its own origin and no other. */
function requireSafeEndpoints({ issuer, ...metadata }: Metadata): void {
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint = token_endpoint } = metadata
  for (const endpoint of [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint]) {
    const { protocol, origin } = new URL(endpoint)
    if (protocol === 'https:' || origin === new URL(issuer).origin) continue
    throw new AppError('invalid', { detail: `${issuer} names an endpoint without TLS: ${endpoint}` })
  }
}

/** Keys are read again when a token names one that is not known, at most every thirty seconds. */
const keysAt = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), {
    [customFetch]: (target, { headers, method, signal }) => guardedFetch(target, { headers, method, signal }),
  })
