import { capabilities } from '@/lib/framework/capabilities'
import type { Assessment, AssessmentDetail } from '@/lib/model/assessment'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import type { Stage } from '@/lib/model/stage'
import { approveAssessment } from '@/lib/services/approve-assessment'
import { createAssessment } from '@/lib/services/create-assessment'
import { putAnswers } from '@/lib/services/put-answers'
import { submitAssessment } from '@/lib/services/submit-assessment'
import type { Cast } from './organizations'

type Story = {
  deploymentId: string
  asOf: string
  name?: string
  /** The stage of every capability. */
  stage?: Stage
  /** Answers given instead of the same stage everywhere. */
  answers?: readonly NamedAnswer[]
}

/** The same stage for every capability of the framework. */
const allAt = (stage: Stage): NamedAnswer[] =>
  capabilities.map(({ id }) => ({
    capability: id,
    status: 'assessed',
    stage,
    targetStage: null,
    rationale: '',
    evidence: [],
  }))

/** A draft by the assessor with its answers. */
export async function draftOf({ assessor, org }: Cast, story: Story): Promise<Assessment> {
  const { deploymentId, asOf, name = `Assessment of ${asOf}`, stage = 1, answers = allAt(stage) } = story
  const draft = await createAssessment(assessor, { org, assessment: { deploymentId, asOf, name } })
  if (answers.length > 0) await putAnswers(assessor, { org, id: draft.id, answers })
  return draft
}

/** What the assessor submitted and waits for somebody else. */
export async function submittedOf(cast: Cast, story: Story): Promise<Assessment> {
  const { id } = await draftOf(cast, story)
  return submitAssessment(cast.assessor, { org: cast.org, id })
}

/** What the assessor submitted and the second assessor approved. */
export async function approvedOf(cast: Cast, story: Story): Promise<AssessmentDetail> {
  const { id } = await submittedOf(cast, story)
  return approveAssessment(cast.secondAssessor, { org: cast.org, id })
}
