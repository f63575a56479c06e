import { z } from 'zod'
import { Role } from './actor'
import { Instant } from './instant'
import { isTrustDomain, SubjectPattern } from './subject-pattern'

/** `oidc`: tokens of an OpenID issuer, such as a build service or a cluster. `spiffe`: JWT-SVIDs of a trust domain. */
const TRUST_KINDS = ['oidc', 'spiffe'] as const

const Text = z.string().trim()
const Url = Text.max(500).refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'must be a URL')

/** A public key as a JSON Web Key (RFC 7517). Private and shared keys are refused: nobody else may ever hold them. */
const PublicJwk = z
  .record(z.string(), z.unknown())
  .refine(({ kty }) => kty === 'RSA' || kty === 'EC' || kty === 'OKP', 'must be an RSA, EC or OKP key')
  .refine(({ kid }) => typeof kid === 'string' && kid !== '', 'must have a kid, by which tokens name it')
  .refine((key) => !['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((part) => part in key), 'must not hold a private key')

/** A SPIFFE bundle may be pasted as it is: what it holds for X.509 is left out. */
const forTokens = (keys: unknown): unknown =>
  Array.isArray(keys) ? keys.filter((key: unknown) => !isForX509(key)) : keys
const isForX509 = (key: unknown): boolean =>
  typeof key === 'object' && key !== null && 'use' in key && key.use === 'x509-svid'

const Jwks = z.object({ keys: z.preprocess(forTokens, z.array(PublicJwk).min(1).max(50)) })

const Fields = z.object({
  name: Text.min(1).max(100),
  kind: z.enum(TRUST_KINDS),
  /** The issuer to the letter, as its tokens say it, or the SPIFFE trust domain. */
  issuer: Text.min(1).max(300),
  /** What a token has to be made out to; best something that no other service accepts. */
  audience: Text.min(1).max(300),
  subjectPattern: SubjectPattern,
  /** The most an exchanged token may do. */
  role: Role,
  /** Where the keys are, when the issuer is not to be asked; null leaves it to discovery. */
  jwksUrl: Url.nullable().default(null),
  /** The keys themselves, for issuers that cannot be reached. */
  jwks: Jwks.nullable().default(null),
  /** Whether each token may be exchanged once only. */
  oneUse: z.boolean().default(true),
})

type Fault = { path: keyof z.infer<typeof Fields>; message: string }

function* faultsOf(rule: z.infer<typeof Fields>): Generator<Fault> {
  const { kind, issuer, subjectPattern, role, jwks, jwksUrl } = rule
  if (kind === 'oidc' && !isIssuer(issuer)) yield { path: 'issuer', message: 'must be a URL without query or fragment' }
  if (kind === 'spiffe' && !isTrustDomain(issuer)) {
    yield { path: 'issuer', message: 'must be a trust domain such as prod.example.org' }
  }
  if (kind === 'spiffe' && !subjectPattern.startsWith(`spiffe://${issuer}/`)) {
    yield { path: 'subjectPattern', message: `must begin with spiffe://${issuer}/` }
  }
  if (kind === 'spiffe' && jwks === null && jwksUrl === null) {
    yield { path: 'jwksUrl', message: 'must be named, or the keys given, because a trust domain has no discovery' }
  }
  if (jwks !== null && jwksUrl !== null)
    yield { path: 'jwksUrl', message: 'must not be named beside the keys themselves' }
  if (role === 'admin' && subjectPattern.includes('*')) {
    yield { path: 'subjectPattern', message: 'must be one exact subject, without *, for the role admin' }
  }
}

/** OpenID Connect Discovery 1.0 §3: a URL with neither query nor fragment. Plain http is a matter of what may be reached. */
const isIssuer = (text: string): boolean => /^https?:\/\/[^?#\s]+$/.test(text) && URL.canParse(text)

/** Whose tokens an organization accepts, for which subjects, and what these may do. */
export const TrustRuleInput = Fields.superRefine((rule, context) => {
  for (const { path, message } of faultsOf(rule)) context.addIssue({ code: 'custom', path: [path], message })
})
export type TrustRuleInput = z.infer<typeof TrustRuleInput>

export const TrustRule = Fields.extend({ id: z.uuid(), createdAt: Instant, lastUsedAt: Instant.nullable() })
export type TrustRule = z.infer<typeof TrustRule>
