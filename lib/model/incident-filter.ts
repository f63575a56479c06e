import { z } from 'zod'
import { Severity } from './incident'
import { MonthText } from './instant'
import { Slug } from './slug'

/** Text that a column can hold at all, at most this long. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => !value.includes('\0'), 'must not hold a NUL character')

/** Which incidents a list or an export shows; what is left out does not narrow it. */
export const IncidentFilter = z.object({
  severity: Severity.optional(),
  source: text(80).optional(),
  deployment: Slug.optional(),
  /** The UTC month the incident counts in. */
  month: MonthText.optional(),
  state: z.enum(['open', 'resolved']).optional(),
  /** Part of the title or of the source's own id, in any case. */
  search: text(200).min(1).optional(),
})
export type IncidentFilter = z.infer<typeof IncidentFilter>

/** Which compliance audits a list shows. */
export const AuditFilter = z.object({
  framework: text(200).optional(),
  source: text(80).optional(),
  deployment: Slug.optional(),
  month: MonthText.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>
