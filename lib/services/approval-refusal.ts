import { can } from '@/lib/access/can'
import type { AssessmentRecord } from '@/lib/db/repositories/assessments'
import type { Actor, Role } from '@/lib/model/actor'

/** Why this actor may not approve what is submitted, whatever its state; null when they may. People compare by id. */
export function approverRefusal(actor: Actor, role: Role, { submittedById }: AssessmentRecord): string | null {
  if (!can(role, 'assessment:approve')) return `The role ${role} does not approve assessments.`
  if (actor.kind !== 'person' || actor.userId === null) return 'Only a person can approve an assessment.'
  if (actor.userId === submittedById) return 'You submitted this assessment; another person has to approve it.'
  return null
}

/** Why this actor may not approve the assessment now; null when they may. */
export function approvalRefusal(actor: Actor, role: Role, record: AssessmentRecord): string | null {
  const { state } = record.assessment
  if (state === 'draft') return 'The assessment is a draft; it is approved after it was submitted.'
  if (state === 'approved') return 'The assessment is approved already.'
  return approverRefusal(actor, role, record)
}
