import { derivedId } from '@/lib/kernel/id'
import type { Instant } from '@/lib/model/instant'
import { STAGES } from '@/lib/model/stage'
import { answerObservations } from './answer-observations'
import type { AssessedFacts } from './assessed-facts'
import { assessmentFinding, belowTarget, gapRisk, toldOf } from './assessment-findings'
import type { BackMatter } from './back-matter'
import { criterionObservations } from './criterion-observations'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose, remarks } from './oscal-text'
import { partOf, reviewedControls } from './reviewed-controls'

/** When what an assessment says last changed: nothing of it does once it is approved. */
export function assessmentModified({ assessment }: Pick<AssessedFacts, 'assessment'>): Instant {
  const { updatedAt, approvedAt, answers } = assessment
  if (approvedAt !== null) return approvedAt
  const given = answers.flatMap((answer) => [answer.updatedAt, ...answer.evidence.map((one) => one.createdAt)])
  return [updatedAt, ...given].sort().at(-1) ?? updatedAt
}

/**
 * An assessment as one result. A stage is no state of OSCAL, so it stands in properties; satisfied is what reached the
 * target its assessors set. Evidence is pointed at in `resources`, which the document gives out with it.
 */
export function assessmentResult(facts: AssessedFacts, resources: BackMatter): OscalObject {
  const { assessment, deployment } = facts
  const told = toldOf(facts)
  const ids = new Set(told.map(({ capability }) => capability))
  const answers = assessment.answers.filter(({ capability }) => ids.has(capability))
  const notApplicable = told.filter(({ status }) => status === 'not_applicable').map(({ capability }) => capability)
  const end = assessment.approvedAt ?? assessment.submittedAt
  return present({
    uuid: derivedId('oscal-result', 'assessment', assessment.id, ...partOf(facts)),
    title: line(`${assessment.name}: ${deployment}`),
    description: prose(
      `Assessment of ${deployment} as of ${assessment.asOf}, ${assessment.state}${assessment.approvedBy ? ` by ${assessment.approvedBy}` : ''}.`,
    ),
    start: end !== null && end < assessment.createdAt ? end : assessment.createdAt,
    end,
    props: propsOf(facts),
    'reviewed-controls': reviewedControls(ids, notApplicable),
    observations: [
      ...answers.flatMap((answer) => answerObservations(answer, facts, resources)),
      ...criterionObservations(assessment.id, assessment.posture, ids),
    ],
    risks: told.flatMap((one) => {
      const gap = belowTarget(one)
      return gap ? [gapRisk(gap, assessment.id)] : []
    }),
    findings: told.flatMap((one) => assessmentFinding(one, facts) ?? []),
    remarks:
      assessment.state === 'approved'
        ? undefined
        : remarks(`This assessment is ${assessment.state}: nobody has approved what it says.`),
  })
}

function propsOf({ assessment, deployment, capabilities }: AssessedFacts): OscalObject[] {
  const { maturity } = assessment
  return props({
    'assessment-id': assessment.id,
    'assessment-state': assessment.state,
    'as-of': assessment.asOf,
    deployment,
    framework: maturity.framework,
    formula: maturity.formula,
    // A part of the capabilities has no score of its own.
    ...(capabilities === null && {
      score: maturity.score,
      'zt-maturity-stage': maturity.stage === null ? null : STAGES[maturity.stage],
      coverage: maturity.coverage,
      confidence: maturity.confidence,
    }),
  })
}
