import type { AssessmentDetail } from '@/lib/model/assessment'
import type { Evidence } from '@/lib/model/evidence'

/** An assessment as its documents tell it. */
export type AssessedFacts = {
  assessment: Omit<AssessmentDetail, 'approvalRefusal'>
  deployment: string
  /** The capabilities it is told of; null is all. */
  capabilities: ReadonlySet<string> | null
  /** Where the bytes of a file of evidence are, seen from the document. */
  evidenceHref: (evidence: Evidence, capability: string) => string
}

/** How an observation of one of these is known in every document. */
export const observed = {
  answer: (assessment: string, capability: string) => ['oscal-observation', 'answer', assessment, capability] as const,
  evidence: (id: string) => ['oscal-observation', 'evidence', id] as const,
  check: (assessment: string, check: string) => ['oscal-observation', 'check', assessment, check] as const,
}

export const assessmentRiskKey = (assessment: string, capability: string) =>
  ['oscal-risk', 'capability', assessment, capability] as const
