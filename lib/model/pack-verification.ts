import { z } from 'zod'
import { Instant } from './instant'
import { Period } from './period'

/** What can be wrong with a pack. The first row is the container, the second its content, then who signed it. */
export const PackFaultReason = z.enum([
  'truncated',
  'not-a-zip',
  'data-before',
  'data-between',
  'data-after',
  'directory-broken',
  'header-differs',
  'encrypted',
  'not-a-plain-entry',
  'unsafe-name',
  'duplicate',
  'name-collides',
  'too-many-entries',
  'too-large',
  'inflates-too-far',
  'damaged',
  'missing',
  'not-listed',
  'out-of-order',
  'changed',
  'manifest-unreadable',
  'format-unknown',
  'sums-differ',
  'envelope-unreadable',
  'payload-type-wrong',
  'statement-wrong',
  'subjects-differ',
  'signed-bytes-differ',
  'signature-differs',
  'signature-wrong',
  'key-unknown',
  'key-revoked',
  'key-replaced',
  'key-purpose-wrong',
  'keys-unreadable',
  'keys-differ',
  'audit-log-broken',
  'timestamp-wrong',
])
export type PackFaultReason = z.infer<typeof PackFaultReason>

export const PackFault = z.object({
  /** Null when it is about the pack as a whole. */
  file: z.string().nullable(),
  reason: PackFaultReason,
  sentence: z.string(),
})
export type PackFault = z.infer<typeof PackFault>

/** What is looked at, in this order; a check that another's failure made pointless was not made. */
export const PackCheckName = z.enum(['container', 'manifest', 'signature', 'signer', 'files', 'audit-log', 'timestamp'])
export type PackCheckName = z.infer<typeof PackCheckName>

export const PackCheck = z.object({
  check: PackCheckName,
  /** Null: not made, for want of what it needs. */
  passed: z.boolean().nullable(),
  sentence: z.string(),
})
export type PackCheck = z.infer<typeof PackCheck>

/** How the signing key stands in the key history it was held against; `unconfirmed` when there was none. */
export const SignerStanding = z.enum(['signs-now', 'replaced', 'revoked', 'unknown', 'unconfirmed'])
export type SignerStanding = z.infer<typeof SignerStanding>

export const PackSigner = z.object({
  /** The fingerprint to compare: RFC 7638 thumbprint of the key. */
  kid: z.string(),
  standing: SignerStanding,
  validFrom: z.string().nullable(),
  replacedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedFor: z.string().nullable(),
})
export type PackSigner = z.infer<typeof PackSigner>

/** What the timestamp says; a token is good by itself, its authority only when a certificate to trust was given. */
export const PackTimestamp = z.object({ at: Instant, authority: z.string(), trusted: z.boolean() })
export type PackTimestamp = z.infer<typeof PackTimestamp>

/**
 * `verified`: whole, unaltered and signed by a key of the history it was held against. `signer-unconfirmed`: whole and
 * unaltered since the key inside it signed it, but anybody can make such a pack; whose key that is was not asked.
 */
export const PackVerdict = z.enum(['verified', 'signer-unconfirmed', 'refused'])
export type PackVerdict = z.infer<typeof PackVerdict>

export const PackVerification = z.object({
  /** True for `verified` alone. */
  ok: z.boolean(),
  verdict: PackVerdict,
  /** At most the first hundred; empty unless refused. */
  faults: z.array(PackFault),
  checks: z.array(PackCheck),
  /** Null when no signature could be read. */
  signer: PackSigner.nullable(),
  /** Null when the manifest could not be read; not to be believed when refused. */
  about: z
    .object({
      organization: z.string(),
      synthetic: z.boolean(),
      framework: z.string(),
      period: Period,
      asOf: Instant,
      preparedBy: z.string(),
      generator: z.string(),
    })
    .nullable(),
  /** Files of the manifest, their bytes unpacked, and how many of them were found unaltered. */
  files: z.object({ listed: z.int(), unaltered: z.int(), bytes: z.number() }),
  /** The slice of the audit log; null when there is none or it was not reached. */
  auditLog: z
    .object({
      entries: z.int(),
      /** Of those, the ones of which only the place is told. */
      withheld: z.int(),
      from: z.int(),
      to: z.int(),
      signedUpTo: z.int().nullable(),
    })
    .nullable(),
  timestamp: PackTimestamp.nullable(),
})
export type PackVerification = z.infer<typeof PackVerification>
