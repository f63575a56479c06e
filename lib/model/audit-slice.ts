import { z } from 'zod'
import { Instant } from './instant'
import { Sha256 } from './signed-statement'

export const AUDIT_SLICE_FORMAT = 'proofline-audit-slice/1'

/** A place in the chain as it was signed; `signature` is base64url over the canonical text of a head (see audit-chain). */
const SignedPlace = z.strictObject({
  seq: z.int().min(1),
  hash: Sha256,
  at: Instant,
  kid: z.string(),
  signature: z.string(),
})

/**
 * What `audit-log/heads.json` of a pack says of `audit-log/entries.jsonl`, which holds the entries of a period as one
 * canonical JSON (RFC 8785) of an AuditEntry a line, by place and without a gap. Entries older than the chain are in none.
 */
export const AuditSlice = z.strictObject({
  format: z.literal(AUDIT_SLICE_FORMAT),
  organizationId: z.uuid(),
  entries: z.int().min(0),
  /** Where it begins, and the hash of the entry before it; null for a slice without an entry. */
  first: z.strictObject({ seq: z.int().min(1), previousHash: Sha256.nullable() }).nullable(),
  last: z.strictObject({ seq: z.int().min(1), hash: Sha256 }).nullable(),
  /** Signed heads from the entry before the first up to the last, by place. What follows the last of them nobody signed here. */
  signed: z.array(SignedPlace),
})
export type AuditSlice = z.infer<typeof AuditSlice>
