import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '@/lib/env'
import { exchangeCode, type OidcParty } from './oidc-exchange'
import { type Claims, verifyIdToken } from './oidc-id-token'
import { completeClaims } from './oidc-userinfo'

/** What next-auth gives back from its own cookies. */
type Checks = { state?: string; nonce?: string; code_verifier?: string }

/**
 * A provider as next-auth takes it: state, nonce and PKCE are next-auth's; the exchange and every check of the token are
 * ours, because they go through the outbound guard and hold the issuer to the algorithms it announced. A session's
 * length is asked as `max_age`, so that the provider has to say when the person proved who they are.
 */
export function oidcProvider(party: OidcParty): OAuthConfig<Claims> {
  const { provider, issuer } = party
  const { id, name, clientId, scopes } = provider
  const { metadata } = issuer
  const redirectUri = `${env().url}/api/auth/callback/${id}`
  let claims: Claims = {}
  return {
    id,
    name,
    type: 'oauth',
    issuer: metadata.issuer,
    clientId,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: {
      url: metadata.authorization_endpoint,
      params: {
        scope: scopes.join(' '),
        redirect_uri: redirectUri,
        response_type: 'code',
        max_age: env().sessionHours * 3600,
      },
    },
    token: {
      url: metadata.token_endpoint,
      async request({ params, checks }) {
        const { code, nonce, verifier } = answerOf(party, params, checks as Checks)
        const tokens = await exchangeCode(party, { code, verifier, redirectUri })
        const verified = await verifyIdToken(tokens.id_token, issuer, { clientId, nonce })
        claims = await completeClaims(party, verified, tokens.access_token)
        return { tokens: {} }
      },
    },
    userinfo: { request: async () => claims },
    profile: ({ sub = '' }) => ({ id: sub }),
  }
}

/** The parts of the provider's answer, when it is the answer to what this browser asked (RFC 6749 §10.12, RFC 9207 §2.4). */
function answerOf({ issuer: { metadata } }: OidcParty, params: Readonly<Record<string, unknown>>, checks: Checks) {
  const { code, state, iss } = params
  const { nonce, code_verifier: verifier } = checks
  if (!verifier || !nonce || !checks.state || state !== checks.state) throw new Error('the state is not the one sent')
  const isIssuerDue = iss !== undefined || metadata.authorization_response_iss_parameter_supported
  if (isIssuerDue && iss !== metadata.issuer) throw new Error('the answer comes from another issuer')
  if (typeof code !== 'string' || code === '') throw new Error('the answer carries no code')
  return { code, nonce, verifier }
}
