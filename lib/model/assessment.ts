import { z } from 'zod'
import { Answer } from './answer'
import { Day, Instant } from './instant'
import { Maturity } from './maturity'
import { CapabilityPosture } from './posture'

export const ASSESSMENT_STATES = ['draft', 'submitted', 'approved'] as const
export const AssessmentState = z.enum(ASSESSMENT_STATES)
export type AssessmentState = z.infer<typeof AssessmentState>

export const AssessmentInput = z.object({
  deploymentId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  /** The day the assessment speaks for. */
  asOf: Day,
})
export type AssessmentInput = z.infer<typeof AssessmentInput>

/** A deployment's assessment at a date: draft, submitted, approved by somebody else, then immutable. */
export const Assessment = AssessmentInput.extend({
  id: z.uuid(),
  state: AssessmentState,
  framework: z.string(),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: Instant.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** Why it was last sent back; null when it never was. */
  returnedBecause: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  answered: z.int(),
})
export type Assessment = z.infer<typeof Assessment>

export const AssessmentDetail = Assessment.extend({
  answers: z.array(Answer),
  maturity: Maturity,
  /** What the checks showed by the day it speaks for; null when no run had by then, or the last was too old. */
  posture: z.object({ at: Instant, formula: z.string(), capabilities: z.array(CapabilityPosture) }).nullable(),
  /** Why the reader may not approve it now; null when they may. */
  approvalRefusal: z.string().nullable(),
})
export type AssessmentDetail = z.infer<typeof AssessmentDetail>
