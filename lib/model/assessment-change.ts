import { z } from 'zod'
import { AnswerInput } from './answer'
import { AssessmentInput } from './assessment'
import { EvidenceLink } from './evidence'
import { CapabilityId } from './layer'

/** A new draft; `copyFrom: latest` starts it from the deployment's latest approved answers and their unexpired evidence. */
export const AssessmentDraft = AssessmentInput.extend({ copyFrom: z.literal('latest').optional() })
export type AssessmentDraft = z.infer<typeof AssessmentDraft>

/** What may change while an assessment is a draft. */
export const AssessmentChange = z.strictObject(AssessmentInput.pick({ name: true, asOf: true }).shape).partial()
export type AssessmentChange = z.infer<typeof AssessmentChange>

/** Why a submitted assessment goes back to its author. */
export const AssessmentReturn = z.object({ reason: z.string().trim().min(3, 'say what is missing').max(2000) })
export type AssessmentReturn = z.infer<typeof AssessmentReturn>

/** An answer with its capability and, where given, links to add as its evidence. */
export const NamedAnswer = z.intersection(
  z.object({ capability: CapabilityId, evidence: z.array(EvidenceLink).max(20).default([]) }),
  AnswerInput,
)
export type NamedAnswer = z.infer<typeof NamedAnswer>
