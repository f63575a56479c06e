import { z } from 'zod'
import { Sha256 } from './signed-statement'

/** A signed place of an organization's audit chain, as a pack carries it. */
const SliceHead = z.strictObject({
  seq: z.int().positive(),
  hash: Sha256,
  at: z.string(),
  kid: z.string(),
  /** Ed25519 over `headText`, in base64url. */
  signature: z.string(),
})

/**
 * `audit-log/heads.json`: what holds a slice of the audit log in its place. The entries beside it are those from
 * `after.seq + 1` on without a gap, one canonical JSON `AuditEntry` or `WithheldEntry` a line.
 */
export const AuditSlice = z.strictObject({
  format: z.literal('proofline-audit-slice/1'),
  organizationId: z.uuid(),
  /** The entry before the first of the slice; null when that is the first of the chain. */
  after: z.strictObject({ seq: z.int().positive(), hash: Sha256 }).nullable(),
  /** Checkpoints and the head that lie within the slice, by place; what lies behind the last is held by the pack alone. */
  heads: z.array(SliceHead),
})
export type AuditSlice = z.infer<typeof AuditSlice>

/** An entry that is not about what a pack is: only its place in the chain is told, which keeps the others in theirs. */
export const WithheldEntry = z.strictObject({
  withheld: z.literal(true),
  seq: z.int().positive(),
  hash: Sha256,
  previousHash: Sha256.nullable(),
})
export type WithheldEntry = z.infer<typeof WithheldEntry>
