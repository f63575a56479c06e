import { runningSha256 } from '@/lib/db/running-sha256'
import { sha256 } from '@/lib/db/sha256'
import { assessmentPlan, type PlanFacts } from '@/lib/evidence/oscal/assessment-plan'
import { assessmentResults } from '@/lib/evidence/oscal/assessment-results'
import type { BackMatter } from '@/lib/evidence/oscal/back-matter'
import type { OscalObject } from '@/lib/evidence/oscal/oscal-object'
import type { OpenObject } from '@/lib/evidence/oscal/oscal-stream'
import { oscalPieces, oscalText } from '@/lib/evidence/oscal/write-oscal'
import { writtenCatalog } from './oscal-fixed'

/** Something with a plan and results: an assessment, a run, or all that speaks for a scope. */
export type OscalSubject = Omit<PlanFacts, 'catalogSha256'> & {
  /** At least one, each adding to the resources what it points at. */
  results: (resources: BackMatter) => AsyncIterable<OscalObject | OpenObject>
}

/** The plan, whole and walked. */
export const planText = (subject: OscalSubject): string =>
  oscalText('assessment-plan', assessmentPlan({ ...subject, catalogSha256: writtenCatalog().sha256 }), sha256)

/** The results, piece by piece; they import the plan by the digest of the very text that planText gives. */
export const resultPieces = (subject: OscalSubject): AsyncGenerator<string> =>
  oscalPieces(
    'assessment-results',
    assessmentResults({ ...subject, planSha256: sha256(planText(subject)), catalogSha256: writtenCatalog().sha256 }),
    runningSha256(),
  )
