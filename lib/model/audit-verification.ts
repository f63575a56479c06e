import { z } from 'zod'

/** What can be wrong at one place of an audit chain. */
export const AuditFault = z.enum([
  'changed',
  'rehashed',
  'unlinked',
  'missing',
  'repeated',
  'rewritten',
  'beyond-head',
  'forged-signature',
  'no-head',
  'older-entries',
])
export type AuditFault = z.infer<typeof AuditFault>

/** The first place at which an audit log is not what it was. */
export const BrokenEntry = z.object({
  /** Its place in the chain; null when the fault lies among the entries older than the chain. */
  seq: z.int().nullable(),
  /** The entry; null when it is not there. */
  id: z.string().nullable(),
  fault: AuditFault,
  why: z.string(),
})
export type BrokenEntry = z.infer<typeof BrokenEntry>

/** The latest place that one of the installation's keys has signed. */
export const SignedPlace = z.object({ seq: z.int(), hash: z.string(), at: z.string(), kid: z.string() })
export type SignedPlace = z.infer<typeof SignedPlace>

/** What verifying an organization's audit log found, up to the first fault. */
export const AuditVerification = z.object({
  ok: z.boolean(),
  /** Chained entries found unbroken, from the first. */
  entries: z.int(),
  /** Entries older than the chain. */
  older: z.int(),
  firstBroken: BrokenEntry.nullable(),
  /** Null while nothing is signed. */
  signedUpTo: SignedPlace.nullable(),
  /** The ids of the keys whose signatures were found good, in the order they were met. */
  keys: z.array(z.string()),
})
export type AuditVerification = z.infer<typeof AuditVerification>
