import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'

type Pair = { kid: string; alg: string; privateKey: CryptoKey; publicJwk: JWK & { kid: string; kty: string } }

/** A key as an issuer has it. */
export async function issuerKey(kid: string, alg = 'ES256'): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const { kty = '', ...publicJwk } = await exportJWK(publicKey)
  return { kid, alg, privateKey, publicJwk: { kty, ...publicJwk, kid, use: 'sig', alg } }
}

/** Signs claims as they are, right or wrong; `header` adds to what is usual or replaces it. */
export const signJwt = (key: Pair, claims: object | string, header: Record<string, unknown> = {}): Promise<string> => {
  const text = typeof claims === 'string' ? claims : JSON.stringify(claims)
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header } as { alg: string })
    .sign(key.privateKey)
}

export type IssuerServer = {
  issuer: string
  jwksUrl: string
  /** What it serves from here on. */
  serve(keys: readonly JWK[], issuer?: string): void
  /** How often its keys, and its description, were asked for. */
  asked: { keys: number; discovery: number }
  close(): Promise<void>
}

/** An issuer on this machine that describes itself and gives its keys, as OpenID Connect Discovery 1.0 has it. */
export async function issuerServer(): Promise<IssuerServer> {
  let [keys, named]: [readonly JWK[], string | null] = [[], null]
  const asked = { keys: 0, discovery: 0 }
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys'
    asked[isKeys ? 'keys' : 'discovery'] += 1
    const description = { issuer: named ?? issuer, jwks_uri: `${issuer}/keys` }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(isKeys ? { keys } : description))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    jwksUrl: `${issuer}/keys`,
    asked,
    serve: (next, called) => {
      keys = next
      named = called ?? null
    },
    close: () => new Promise((closed) => void server.close(() => closed())),
  }
}
