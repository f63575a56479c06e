import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Answer } from '@/lib/model/answer'
import type { Assessment } from '@/lib/model/assessment'
import type { Maturity } from '@/lib/model/maturity'
import type { Posture } from '@/lib/model/posture'
import { keepStatement } from './keep-statement'
import { assessmentInputs } from './score-inputs'
import { statedOrganization } from './stated-organization'

type Approved = {
  /** As it stands after the approval. */
  assessment: Assessment
  answers: readonly Answer[]
  posture: Posture | null
  maturity: Maturity
}

/** Signs what an assessment says as it is approved. Returns the statement's id. */
export async function stateAssessment(
  store: Store,
  { assessment, answers, posture, maturity }: Approved,
): Promise<string> {
  const { id, name, asOf, deploymentId, approvedBy, approvedAt, submittedBy, submittedAt } = assessment
  if (approvedBy === null || approvedAt === null) throw new AppError('internal', { reason: `nobody approved ${id}` })
  const deployment = await store.deployments.get(deploymentId)
  return keepStatement(store, {
    facts: {
      kind: 'assessment',
      organization: await statedOrganization(store),
      deployment: { id: deployment.id, slug: deployment.slug, name: deployment.name },
      formula: maturity.formula,
      framework: maturity.framework,
      formulas: posture ? { maturity: maturity.formula, posture: posture.formula } : { maturity: maturity.formula },
      computedAt: approvedAt,
      assessment: { id, name, asOf },
      result: maturity,
      submittedBy,
      submittedAt,
      approvedBy,
      approvedAt,
    },
    inputs: assessmentInputs(asOf, answers, posture),
    subjectId: id,
    day: asOf,
  })
}
