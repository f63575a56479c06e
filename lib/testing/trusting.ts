import { TrustRuleInput } from '@/lib/model/trust-rule'
import { addTrustRule } from '@/lib/services/add-trust-rule'
import type { Cast } from './organizations'
import { trustDomain } from './spiffe'
import { issuerKey, signJwt } from './trusted-issuer'

type Key = Awaited<ReturnType<typeof issuerKey>>

export const ISSUER = 'https://issuer.example.org'
export const AUDIENCE = 'https://proofline.example.org'
export const SUBJECT = 'repo:acme/api:ref:refs/heads/main'
export const WORKLOAD = 'spiffe://prod.example.org/ns/payments/sa/deployer'

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const dates = () => ({ iat: inSeconds(0), nbf: inSeconds(0), exp: inSeconds(300) })
export const buildClaims = () => ({ iss: ISSUER, sub: SUBJECT, aud: AUDIENCE, ...dates() })

export const rule = (fields: object): TrustRuleInput =>
  TrustRuleInput.parse({ kind: 'oidc', issuer: ISSUER, audience: AUDIENCE, role: 'assessor', ...fields })

/** Makes an organization trust builds of one owner on main, and one workload of a trust domain in any namespace. */
export async function trusting(cast: Cast) {
  const [ec, ec384, rsa, ed, stranger] = await Promise.all([
    issuerKey('ec'),
    issuerKey('ec384', 'ES384'),
    issuerKey('rsa', 'RS256'),
    issuerKey('ed', 'EdDSA'),
    issuerKey('ec'),
  ])
  const domain = await trustDomain('prod.example.org')
  const { kty, n, e } = rsa.publicJwk
  const odd = ['twice', 'twice', 'any-rsa'].map((kid) => ({ kty, n, e, kid }))
  const keys = [
    ...[ec, ec384, rsa, ed].map(({ publicJwk }) => publicJwk),
    ...odd,
    { kty, n, e, kid: 'enc', use: 'enc' },
  ]
  const workloads = { kind: 'spiffe', issuer: domain.name, jwks: domain.jwks }
  const rules = [
    rule({ name: 'builds', subjectPattern: 'repo:acme/*:ref:refs/heads/main', jwks: { keys } }),
    rule({ name: 'workloads', subjectPattern: 'spiffe://prod.example.org/ns/*/sa/deployer', ...workloads }),
  ]
  for (const one of rules) await addTrustRule(cast.admin, { org: cast.org, rule: one })
  return {
    keys: { ec, ec384, rsa, ed, stranger },
    /** A token of the issuer; `claims` change what is right, and text replaces all of it. */
    signed: (claims: object | string, header: Record<string, unknown> = {}, by: Key = ec) =>
      signJwt(by, typeof claims === 'string' ? claims : { ...buildClaims(), ...claims }, header),
    /** A JWT-SVID. */
    svid: (claims: object = {}, header: Record<string, unknown> = {}) => {
      const { iat, exp } = dates()
      return signJwt(domain.key, { sub: WORKLOAD, aud: [AUDIENCE], iat, exp, ...claims }, header)
    },
  }
}
