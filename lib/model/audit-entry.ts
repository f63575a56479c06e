import { z } from 'zod'
import { Instant } from './instant'

/** One act in an organization's audit log: who did what to what, when, from where, and by which decision. */
export const AuditEntry = z.object({
  /** Place in the organization's chain, from 1; null for an entry older than the chain. */
  seq: z.int().positive().nullable(),
  id: z.uuid(),
  at: Instant,
  actorKind: z.string(),
  /** The person; null for machines and the operator. */
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  /** `noun.verb-in-the-past`. */
  action: z.string(),
  /** The id or name of what was acted upon. */
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  sessionId: z.uuid().nullable(),
  /** The IP address the request came from; null when it came from the machine itself or is not known. */
  address: z.string().nullable(),
  /** What the policy answered; null when it was not asked, or before it answered at all. */
  decision: z.record(z.string(), z.unknown()).nullable(),
  /** SHA-256 over the canonical JSON of what was acted upon; null when nothing was there before or after. */
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  previousHash: z.string().nullable(),
  hash: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
