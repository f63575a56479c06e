import type { Assessment } from '@/lib/model/assessment'
import type { Maturity } from '@/lib/model/maturity'
import type { Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { counted, toAssessment } from './assessments'
import { fromDay } from './calendar'

/** Who did something: the id is null for machines and the operator. */
export type Author = { userId: string | null; name: string }

/** Writes to a locked assessment. Which of them its state allows is for the service to say. */
export const assessmentTransitions = (tx: Tx, organizationId: string) => {
  const change = async (id: string, data: Prisma.AssessmentUncheckedUpdateInput): Promise<Assessment> => {
    const where = { organizationId_id: { organizationId, id } }
    return toAssessment(await tx.assessment.update({ where, data, include: counted }))
  }
  return {
    describe: (id: string, { name, asOf }: { name?: string; asOf?: string }, now: Date) =>
      change(id, { name, asOf: asOf === undefined ? undefined : fromDay(asOf), updatedAt: now }),
    touch: (id: string, now: Date) => change(id, { updatedAt: now }),
    submit: (id: string, by: Author, now: Date) =>
      change(id, {
        state: 'submitted',
        submittedBy: by.name,
        submittedById: by.userId,
        submittedAt: now,
        updatedAt: now,
      }),
    /** Freezes what the engine said together with the approval. */
    approve: (id: string, by: Author, now: Date, maturity: Maturity) =>
      change(id, {
        state: 'approved',
        approvedBy: by.name,
        approvedById: by.userId,
        approvedAt: now,
        updatedAt: now,
        maturity,
      }),
    sendBack: (id: string, reason: string, now: Date) =>
      change(id, {
        state: 'draft',
        submittedBy: null,
        submittedById: null,
        submittedAt: null,
        returnedBecause: reason,
        updatedAt: now,
      }),
  }
}
