import { z } from 'zod'
import { Day } from './instant'

/** How a requirement is covered over a period: by checks that ran, by approved answers alone, or not at all. */
export const COVERAGES = ['automated', 'manual', 'not_covered'] as const
export const Coverage = z.enum(COVERAGES)
export type Coverage = z.infer<typeof Coverage>

/** `missing`: nobody looked in that time. `unknown`: somebody looked and could not tell. Neither is ever good. */
export const OPERATION_STATES = ['held', 'failed', 'unknown', 'missing'] as const
export const OperationState = z.enum(OPERATION_STATES)
export type OperationState = z.infer<typeof OperationState>

/** One calendar quarter of a period, cut to the period's ends. */
export const QuarterOperation = z.object({
  /** `2026-Q1`. */
  quarter: z.string(),
  from: Day,
  to: Day,
  state: OperationState,
  /** Runs that asked, and what the checks said in the last of each connection and account. */
  runs: z.int(),
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
  notApplicable: z.int(),
  /** Accounts of a check that failed earlier in the quarter and no longer did at its end. */
  lapses: z.int(),
  /** Approved assessments that speak for the quarter, and evidence in date within it. */
  assessments: z.int(),
  evidence: z.int(),
})
export type QuarterOperation = z.infer<typeof QuarterOperation>

export const GAP_KINDS = ['not-covered', 'missing-quarter', 'failed', 'unknown', 'no-evidence', 'below-target'] as const

/** Something an auditor has to know is not there. */
export const Gap = z.object({
  requirement: z.string(),
  kind: z.enum(GAP_KINDS),
  /** The quarter it concerns; null concerns the whole period. */
  quarter: z.string().nullable(),
  /** The capability, check or deployment it comes from; null where it is the requirement itself. */
  source: z.string().nullable(),
  /** In one sentence. */
  detail: z.string(),
})
export type Gap = z.infer<typeof Gap>

export const RequirementOperation = z.object({
  requirement: z.string(),
  coverage: Coverage,
  /** Over the whole period: failed when any quarter failed, else missing, else unknown, else held. */
  state: OperationState,
  capabilities: z.array(z.string()),
  checks: z.array(z.string()),
  quarters: z.array(QuarterOperation),
  gaps: z.array(Gap),
})
export type RequirementOperation = z.infer<typeof RequirementOperation>
