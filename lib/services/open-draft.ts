import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Assessment } from '@/lib/model/assessment'

/** Holds an assessment that may be written to. Throws not-found, and conflict once it was submitted or approved. */
export async function openDraft({ assessments }: Store, id: string): Promise<Assessment> {
  const { assessment } = await assessments.lock(id)
  if (assessment.state !== 'draft') throw new AppError('conflict', { detail: whyClosed(assessment) })
  return assessment
}

/** Why an assessment cannot be written to, in words. */
export const whyClosed = ({ name, state, asOf, approvedBy }: Assessment): string =>
  state === 'approved'
    ? `The assessment "${name}" of ${asOf} was approved by ${approvedBy} and cannot change any more.`
    : `The assessment "${name}" of ${asOf} waits for approval. Return it to its author before changing it.`
