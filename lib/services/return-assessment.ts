import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Assessment } from '@/lib/model/assessment'
import { authorize } from './authorize'
import { whyClosed } from './open-draft'

type Input = { org: string; id: string; reason: string; now?: Date }

/** Makes a submitted assessment a draft again and says why. Throws not-found, and conflict unless it is submitted. */
export async function returnAssessment(
  actor: Actor,
  { org, id, reason, now = new Date() }: Input,
): Promise<Assessment> {
  const admitted = await authorize(actor, org, 'assessment:approve')
  return forOrganization(admitted, async ({ assessments, transitions, audit }) => {
    const { assessment } = await assessments.lock(parseId(id))
    if (assessment.state !== 'submitted') {
      const detail = assessment.state === 'draft' ? 'The assessment is a draft already.' : whyClosed(assessment)
      throw new AppError('conflict', { detail })
    }
    const draft = await transitions.sendBack(assessment.id, reason, now)
    const { submittedBy } = assessment
    await audit.append(actor, {
      action: 'assessment.returned',
      subject: draft.id,
      detail: { reason, submittedBy },
      before: assessment,
      after: draft,
    })
    return draft
  })
}
