import { z } from 'zod'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { guardedFetch } from '@/lib/sources/outbound/guarded-fetch'
import type { OidcIssuer } from './oidc-discovery'

/** One way to one provider: who we are there, and how it describes itself. */
export type OidcParty = { provider: IdentityProvider; secret: string | null; issuer: OidcIssuer }

const Tokens = z.object({ id_token: z.string(), access_token: z.string().optional() })
export type Tokens = z.infer<typeof Tokens>

/**
 * Trades an authorization code for tokens (RFC 6749 §4.1.3) with the verifier of this very browser (RFC 7636). Throws when
 * the provider refuses; a code is taken once.
 */
export async function exchangeCode(
  { provider, secret, issuer: { metadata } }: OidcParty,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<Tokens> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })
  const headers = new Headers({ accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' })
  if (secret !== null && metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    headers.set('authorization', `Basic ${basic(provider.clientId, secret)}`)
  } else {
    form.set('client_id', provider.clientId)
    if (secret !== null) form.set('client_secret', secret)
  }
  const answer = await guardedFetch(metadata.token_endpoint, { method: 'POST', headers, body: form.toString() })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.status !== 200) throw new Error(`the token endpoint answered ${answer.status} ${errorOf(body)}`)
  return Tokens.parse(body)
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
const basic = (id: string, secret: string): string =>
  Buffer.from(
    [id, secret].map((half) => new URLSearchParams({ half }).toString().slice('half='.length)).join(':'),
  ).toString('base64')

const errorOf = (body: unknown): string =>
  z.object({ error: z.string().max(100) }).safeParse(body).data?.error ?? 'without a reason'
