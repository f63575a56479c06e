import { z } from 'zod'
import { Day, Instant } from './instant'
import { FrameworkId } from './requirement'
import { Slug } from './slug'

export const REPORT_KINDS = ['board', 'ciso', 'auditor', 'deployment'] as const
export const ReportKind = z.enum(REPORT_KINDS)
export type ReportKind = z.infer<typeof ReportKind>

/** What a report is about. Only an auditor's report has a framework and a period; only it has none but both. */
export const ReportChoice = z.object({
  /** Without one the deployment assessed last; an auditor's report is then about the whole organization. */
  deployment: Slug.optional(),
  framework: FrameworkId.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** The instant it is told as of; now when none is given. */
  asOf: Instant.optional(),
})
export type ReportChoice = z.infer<typeof ReportChoice>
