import { createHmac } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose'

/** A provider's private keys as JWKs, and the RSA one's public half as everybody can read it. */
export type ProviderKeys = { jwks: JWK[]; publicPem: string; foreign: CryptoKey; own: CryptoKey; ownKid: string }

/** Makes another ID token of an honest one. */
export type Forgery = (token: string, keys: ProviderKeys) => Promise<string>

export async function providerKeys(): Promise<ProviderKeys> {
  const [rsa, ec, foreign] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('ES256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ])
  const jwks = [
    { ...(await exportJWK(rsa.privateKey)), kid: 'rsa', use: 'sig' },
    { ...(await exportJWK(ec.privateKey)), kid: 'ec', use: 'sig', alg: 'ES256' },
  ]
  const publicPem = await exportSPKI(rsa.publicKey)
  return { jwks, publicPem, foreign: foreign.privateKey, own: rsa.privateKey, ownKid: 'rsa' }
}

/** Signed properly by the provider's own key, with other claims; undefined takes a claim away. */
export const withClaims =
  (change: (claims: Record<string, unknown>) => Record<string, unknown>): Forgery =>
  (token, { own, ownKid }) =>
    new SignJWT(change(decodeJwt(token))).setProtectedHeader({ alg: 'RS256', kid: ownKid }).sign(own)

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** `alg: none` (RFC 7518 §3.6), with no signature at all. */
export const unsigned: Forgery = async (token) => `${encoded({ alg: 'none' })}.${encoded(decodeJwt(token))}.`

/** HS256 with the provider's public key as the secret: believed by whoever takes the algorithm from the token. */
export const confusedKeys: Forgery = async (token, { publicPem, ownKid }) => {
  const text = `${encoded({ alg: 'HS256', kid: ownKid })}.${encoded(decodeJwt(token))}`
  return `${text}.${createHmac('sha256', publicPem).update(text).digest('base64url')}`
}

/** Signed by a key that is not the provider's, under the name of one that is. */
export const signedByAnother: Forgery = (token, { foreign, ownKid }) =>
  new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', kid: ownKid }).sign(foreign)

/** A key that comes with the token itself (RFC 7515 §4.1.3). */
export const bringingItsKey: Forgery = async (token, { foreign, publicPem: _ }) => {
  const { d: __, ...jwk } = await exportJWK(await publicOf(foreign))
  return new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', jwk }).sign(foreign)
}

async function publicOf(key: CryptoKey): Promise<CryptoKey> {
  const { kty, n, e } = await exportJWK(key)
  return crypto.subtle.importKey(
    'jwk',
    { kty, n, e } as JsonWebKey,
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  )
}

/** The claims changed without signing again. */
export const altered: Forgery = async (token) => {
  const [, , signature] = token.split('.')
  return `${encoded(decodeProtectedHeader(token))}.${encoded({ ...decodeJwt(token), sub: 'admin' })}.${signature}`
}

/** Cut off before its end. */
export const truncated: Forgery = async (token) => token.slice(0, -20)
