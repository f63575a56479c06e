import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { type Forgery, type ProviderKeys, providerKeys } from './forged-token'
import { providerMemory } from './provider-memory'

/** Who sits at the provider's sign-in page, and what the provider says of them. */
export type Visitor = {
  sub: string
  email?: unknown
  email_verified?: unknown
  name?: string
  groups?: unknown
  acr?: string
  amr?: string[]
  /** How long ago they proved who they are; 0 unless said. */
  provenSecondsAgo?: number
}

export type TestProvider = {
  issuer: string
  clientId: string
  secret: string
  keys: ProviderKeys
  /** Whoever answers the next sign-in; null turns it down. */
  visitor: Visitor | null
  /** Makes of each ID token what a dishonest or broken provider would; null leaves it alone. */
  forge: Forgery | null
  close(): Promise<void>
}

type Setup = {
  /** Where the product takes answers. */
  redirectUri: string
  alg?: 'RS256' | 'ES256' | 'PS256'
  /** How the issuer names this machine; 127.0.0.1 unless said. */
  host?: string
  /** Keeps addresses and groups out of the ID token. */
  lean?: boolean
  /** What the discovery document says besides, or instead. */
  metadata?: (issuer: string) => object
  /** No secret: PKCE alone protects the client. */
  isPublic?: boolean
}

const SCOPES = 'openid email profile groups'

/**
 * A real OpenID provider (oidc-provider) on 127.0.0.1 that signs in whoever is its `visitor` without asking. It has
 * no TLS, so its host has to be in PROOFLINE_OUTBOUND_ALLOW.
 */
export async function identityProvider(setup: Setup): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://${setup.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`
  const test: TestProvider = {
    issuer,
    clientId: 'proofline',
    secret: randomBytes(32).toString('base64url'),
    keys: await providerKeys(),
    visitor: null,
    forge: null,
    close: () => new Promise((closed) => server.close(() => closed()) && server.closeAllConnections()),
  }
  const provider = new Provider(issuer, configuration(test, setup))
  provider.use(async (context, next) => {
    await next()
    const { path, body } = context
    if (path === '/token' && test.forge && hasIdToken(body)) body.id_token = await test.forge(body.id_token, test.keys)
    if (path.endsWith('/openid-configuration') && setup.metadata)
      context.body = { ...(body as object), ...setup.metadata(issuer) }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    provider.interactionFinished(request, response, loginOf(test.visitor)).catch((error) => response.destroy(error))
  })
  return test
}

const hasIdToken = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'

function loginOf(visitor: Visitor | null): object {
  if (!visitor) return { error: 'access_denied', error_description: 'nobody is here' }
  const { sub, acr, amr, provenSecondsAgo = 0 } = visitor
  return { login: { accountId: sub, acr, amr, ts: Math.floor(Date.now() / 1000) - provenSecondsAgo } }
}

function configuration(
  test: TestProvider,
  { redirectUri, alg = 'RS256', lean = false, isPublic = false }: Setup,
): object {
  return {
    adapter: providerMemory(),
    clients: [
      {
        client_id: test.clientId,
        ...(isPublic ? { token_endpoint_auth_method: 'none' } : { client_secret: test.secret }),
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: alg,
      },
    ],
    jwks: { keys: test.keys.jwks },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: SCOPES.split(' '),
    claims: {
      openid: ['sub', 'acr', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    conformIdTokenClaims: lean,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...test.visitor, sub }),
    }),
    loadExistingGrant: async ({ oidc: { client, session, provider } }: GrantContext) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(SCOPES)
      await grant.save()
      return grant
    },
    renderError: (context: { type: string; body: unknown }, out: object) => {
      context.type = 'json'
      context.body = out
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 86_400, Grant: 86_400 },
  }
}

type GrantContext = { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } }
