import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AssessmentDetail } from '@/lib/model/assessment'
import { approvalRefusal } from './approval-refusal'
import { assess } from './assess'
import { authorize } from './authorize'
import { postureOn } from './posture-on'
import { shownPosture } from './shown-posture'

/** An assessment with its answers, their evidence and what they come to. Throws not-found. */
export async function getAssessment(actor: Actor, { org, id }: { org: string; id: string }): Promise<AssessmentDetail> {
  const { organizationId, role } = await authorize(actor, org, 'assessment:read')
  return forOrganization(organizationId, async (store) => {
    const record = await store.assessments.get(parseId(id))
    const given = await store.answers.list(record.assessment.id)
    const posture = await postureOn(store, record.assessment.deploymentId, record.assessment.asOf)
    return {
      ...record.assessment,
      answers: given,
      maturity: assess(record, given, posture),
      posture: shownPosture(posture),
      approvalRefusal: approvalRefusal(actor, role, record),
    }
  })
}
