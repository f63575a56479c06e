import { z } from 'zod'
import { DeploymentRef } from './deployment-ref'
import { Day, Instant } from './instant'
import { Maturity } from './maturity'
import { MaturityComparison } from './maturity-comparison'

/** The approved assessment a result was frozen in. */
export const ApprovedAssessment = z.object({
  id: z.uuid(),
  name: z.string(),
  asOf: Day,
  approvedBy: z.string(),
  approvedAt: Instant,
})
export type ApprovedAssessment = z.infer<typeof ApprovedAssessment>

/** How far back a comparison looks: about a quarter, or, while nothing is that old, to the assessment before. */
export const ComparisonBasis = z.enum(['quarter', 'previous'])
export type ComparisonBasis = z.infer<typeof ComparisonBasis>

/** A frozen result and what changed since an earlier one; `comparison` is null for the first approved assessment. */
export const AssessedMaturity = z.object({
  assessment: ApprovedAssessment,
  maturity: Maturity,
  comparison: z.object({ basis: ComparisonBasis, earlier: ApprovedAssessment, change: MaturityComparison }).nullable(),
})
export type AssessedMaturity = z.infer<typeof AssessedMaturity>

/**
 * The latest approved result of a deployment on a day. `deployment` is null in an organization without any; `current` is
 * null while nothing was approved by that day.
 */
export const MaturityAt = z.object({
  at: Day,
  deployment: DeploymentRef.nullable(),
  current: AssessedMaturity.nullable(),
})
export type MaturityAt = z.infer<typeof MaturityAt>
