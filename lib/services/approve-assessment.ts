import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AssessmentDetail } from '@/lib/model/assessment'
import { approvalRefusal, approverRefusal } from './approval-refusal'
import { assess } from './assess'
import { authorize } from './authorize'
import { postureOn } from './posture-on'
import { shownPosture } from './shown-posture'
import { stateAssessment } from './state-assessment'

type Input = { org: string; id: string; now?: Date }

/**
 * Approves what somebody else submitted, freezes what the engine says with its versions and signs it; nothing changes it
 * after.
 * Throws forbidden for the submitter, machines and the operator, conflict unless it is submitted, not-found.
 */
export async function approveAssessment(actor: Actor, { org, id, now = new Date() }: Input): Promise<AssessmentDetail> {
  const admitted = await authorize(actor, org, 'assessment:approve')
  const { role } = admitted
  return forOrganization(admitted, async (store) => {
    const record = await store.assessments.lock(parseId(id))
    const detail = approvalRefusal(actor, role, record) ?? undefined
    if (record.assessment.state !== 'submitted') throw new AppError('conflict', { detail })
    if (approverRefusal(actor, role, record)) throw new AppError('forbidden', { detail })
    const answers = await store.answers.list(record.assessment.id)
    const posture = await postureOn(store, record.assessment.deploymentId, record.assessment.asOf)
    const maturity = assess(record, answers, posture)
    const approved = await store.transitions.approve(record.assessment.id, actor, now, maturity)
    const stated = await stateAssessment(store, { assessment: approved, answers, posture, maturity })
    const { formula, framework, score, stage } = maturity
    const said = { formula, framework, score, stage, statement: stated }
    await store.audit.append(actor, {
      action: 'assessment.approved',
      subject: approved.id,
      detail: { asOf: approved.asOf, submittedBy: approved.submittedBy, ...said },
      before: record.assessment,
      after: { assessment: approved, answers, maturity },
    })
    const frozen = { assessment: approved, submittedById: record.submittedById, frozen: maturity }
    return {
      ...approved,
      answers,
      maturity,
      posture: shownPosture(posture),
      approvalRefusal: approvalRefusal(actor, role, frozen),
    }
  })
}
