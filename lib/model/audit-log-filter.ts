import { z } from 'zod'
import { Day } from './instant'

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !value.includes('\0'), 'must not hold a NUL character')

/** Which entries of the audit log a list or an export shows; what is left out does not narrow it. */
export const AuditLogFilter = z.object({
  /** How the action begins: `deployment` or `deployment.deleted`. */
  action: text(80).optional(),
  /** Part of the name of whoever acted, in any case. */
  actor: text(200).optional(),
  /** The id or name of what was acted upon, whole. */
  subject: text(200).optional(),
  /** First and last day, in UTC, both included. */
  from: Day.optional(),
  to: Day.optional(),
  /** Chained entries up to this place, and what is older. */
  upTo: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})
export type AuditLogFilter = z.infer<typeof AuditLogFilter>
