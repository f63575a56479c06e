import { guardedFetch } from '@/lib/sources/outbound/guarded-fetch'
import type { OidcParty } from './oidc-exchange'
import type { Claims } from './oidc-id-token'

/**
 * The claims of a verified ID token, with what it leaves to the userinfo endpoint (OpenID Connect Core 1.0 §5.3): some
 * providers put addresses and groups there alone. What the ID token says stands. Throws when the answer is about
 * somebody else.
 */
export async function completeClaims(
  party: OidcParty,
  claims: Claims,
  accessToken: string | undefined,
): Promise<Claims> {
  const { provider, issuer } = party
  const url = issuer.metadata.userinfo_endpoint
  const wanted = ['email', ...(provider.groupClaim === null ? [] : [provider.groupClaim])]
  if (!url || !accessToken || wanted.every((name) => claims[name] !== undefined)) return claims
  const answer = await guardedFetch(url, { headers: { authorization: `Bearer ${accessToken}` } })
  const more = (await answer.json().catch(() => null)) as Claims | null
  if (answer.status !== 200 || more === null || more.sub !== claims.sub) {
    throw new Error(
      `the userinfo endpoint answered ${answer.status} about ${more?.sub === claims.sub ? 'this' : 'another'} person`,
    )
  }
  return { ...more, ...claims }
}
