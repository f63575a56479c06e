import { z } from 'zod'

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json'
/** Identifiers, not addresses: nothing is fetched from them. */
export const PACK_PREDICATE = 'https://proofline.dev/attestation/evidence-pack/v1'
export const SCORE_PREDICATE = 'https://proofline.dev/attestation/score/v1'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hexadecimal')

/** An in-toto Statement v1: which bytes it speaks of, and what it says of them. */
export const InTotoStatement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(z.strictObject({ name: z.string().min(1), digest: z.strictObject({ sha256: Sha256 }) })).min(1),
  predicateType: z.string(),
  predicate: z.record(z.string(), z.unknown()),
})
export type InTotoStatement = z.infer<typeof InTotoStatement>

/** A DSSE envelope with one signature. `payload` and `sig` are base64 (RFC 4648 §4). */
export const DsseEnvelope = z.strictObject({
  payloadType: z.string(),
  payload: z.base64(),
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.base64() })]),
})
export type DsseEnvelope = z.infer<typeof DsseEnvelope>

/** A public signing key and when it held, as it is published. */
export const PublishedKey = z.object({
  /** RFC 7638 thumbprint of `jwk`. */
  kid: z.string(),
  jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
  purpose: z.enum(['evidence', 'audit']),
  validFrom: z.string(),
  /** From here on another key signs; what this one signed before stays good. Null for the one that signs now. */
  replacedAt: z.string().nullable(),
  /** From here on nothing it ever signed is believed, and why. */
  revokedAt: z.string().nullable(),
  revokedFor: z.string().nullable(),
})
export type PublishedKey = z.infer<typeof PublishedKey>

export const PublishedKeys = z.object({ format: z.literal('proofline-keys/1'), keys: z.array(PublishedKey) })
export type PublishedKeys = z.infer<typeof PublishedKeys>
